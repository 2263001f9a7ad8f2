<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>About GLIDE Studio</source>
        <translation>Über GLIDE Studio</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Dieses Fenster schließen</translation>
    </message>
    <message>
        <source>Licences of GLIDE Studio, its libraries and its data</source>
        <translation>Lizenzen von GLIDE Studio, seinen Bibliotheken und seinen Daten</translation>
    </message>
    <message>
        <source>Version and description</source>
        <translation>Version und Beschreibung</translation>
    </message>
    <message>
        <source>Version {version}. An image editor for artists, built on GLIDE diffusion models.</source>
        <translation>Version {version}. Ein Bildeditor für Künstler auf der Grundlage der GLIDE-Diffusionsmodelle.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>This library came without the text of its licence.</source>
        <translation>Dieser Bibliothek lag der Text ihrer Lizenz nicht bei.</translation>
    </message>
    <message>
        <source>Generation started.</source>
        <translation>Generierung gestartet.</translation>
    </message>
    <message>
        <source>Generation finished.</source>
        <translation>Generierung fertig.</translation>
    </message>
    <message>
        <source>{percent} done.</source>
        <translation>{percent} fertig.</translation>
    </message>
    <message>
        <source>collapsed group</source>
        <translation>zugeklappte Gruppe</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>alpha locked</source>
        <translation>Alpha gesperrt</translation>
    </message>
    <message>
        <source>clipped</source>
        <translation>beschnitten</translation>
    </message>
    <message>
        <source>with mask</source>
        <translation>mit Maske</translation>
    </message>
    <message>
        <source>with disabled mask</source>
        <translation>mit deaktivierter Maske</translation>
    </message>
    <message>
        <source>mask not linked</source>
        <translation>Maske nicht verknüpft</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Darken</source>
        <translation>Abdunkeln</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>Multiplizieren</translation>
    </message>
    <message>
        <source>Colour burn</source>
        <translation>Farbig nachbelichten</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>Subtrahieren</translation>
    </message>
    <message>
        <source>Lighten</source>
        <translation>Aufhellen</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Negativ multiplizieren</translation>
    </message>
    <message>
        <source>Colour dodge</source>
        <translation>Farbig abwedeln</translation>
    </message>
    <message>
        <source>Addition</source>
        <translation>Addieren</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Ineinanderkopieren</translation>
    </message>
    <message>
        <source>Soft light</source>
        <translation>Weiches Licht</translation>
    </message>
    <message>
        <source>Hard light</source>
        <translation>Hartes Licht</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Exclusion</source>
        <translation>Ausschluss</translation>
    </message>
    <message>
        <source>Shade of grey</source>
        <translation>Grauton</translation>
    </message>
    <message>
        <source>How light the grey of a colour is</source>
        <translation>Wie hell das Grau einer Farbe ist</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>Lightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Tonwerte</translation>
    </message>
    <message>
        <source>Which tones the sliders change</source>
        <translation>Welche Tonwerte die Regler ändern</translation>
    </message>
    <message>
        <source>Shadows</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>Midtones</source>
        <translation>Mitten</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Glanzlichter</translation>
    </message>
    <message>
        <source>Cyan/Red</source>
        <translation>Cyan/Rot</translation>
    </message>
    <message>
        <source>Shift towards cyan (below 0) or red</source>
        <translation>Nach Cyan (unter 0) oder Rot verschieben</translation>
    </message>
    <message>
        <source>Magenta/Green</source>
        <translation>Magenta/Grün</translation>
    </message>
    <message>
        <source>Shift towards magenta (below 0) or green</source>
        <translation>Nach Magenta (unter 0) oder Grün verschieben</translation>
    </message>
    <message>
        <source>Yellow/Blue</source>
        <translation>Gelb/Blau</translation>
    </message>
    <message>
        <source>Shift towards yellow (below 0) or blue</source>
        <translation>Nach Gelb (unter 0) oder Blau verschieben</translation>
    </message>
    <message>
        <source>Preserve luminosity</source>
        <translation>Luminanz erhalten</translation>
    </message>
    <message>
        <source>Change the colours without making them lighter or darker</source>
        <translation>Die Farben ändern, ohne sie heller oder dunkler zu machen</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Lighter, or darker below 0</source>
        <translation>Heller, unter 0 dunkler</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>More contrast, or less below 0</source>
        <translation>Mehr Kontrast, unter 0 weniger</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>Farbton</translation>
    </message>
    <message>
        <source>Turn all hues, in degrees</source>
        <translation>Alle Farbtöne drehen, in Grad</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Sättigung</translation>
    </message>
    <message>
        <source>More colourful, or greyer below 0</source>
        <translation>Bunter, unter 0 grauer</translation>
    </message>
    <message>
        <source>How much sharper edges become</source>
        <translation>Wie viel schärfer Kanten werden</translation>
    </message>
    <message>
        <source>Differences below this stay as they are, so that noise is not sharpened</source>
        <translation>Unterschiede darunter bleiben, wie sie sind, damit Rauschen nicht geschärft wird</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellwert</translation>
    </message>
    <message>
        <source>How far values differ on average</source>
        <translation>Wie weit die Werte im Mittel abweichen</translation>
    </message>
    <message>
        <source>Monochrome</source>
        <translation>Einfarbig</translation>
    </message>
    <message>
        <source>The same noise in all channels, so that no colours appear</source>
        <translation>Dasselbe Rauschen in allen Kanälen, damit keine Farben entstehen</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Luminosity</source>
        <translation>Luminanz</translation>
    </message>
    <message>
        <source>Pen pressure</source>
        <translation>Stiftdruck</translation>
    </message>
    <message>
        <source>Set how pen pressure affects size and opacity</source>
        <translation>Einstellen, wie der Stiftdruck Größe und Deckkraft beeinflusst</translation>
    </message>
    <message>
        <source>A single dab of the brush</source>
        <translation>Ein einzelner Tupfer des Pinsels</translation>
    </message>
    <message>
        <source>Brush diameter in picture pixels ([ decreases, ] increases it)</source>
        <translation>Durchmesser des Pinsels in Bildpixeln ([ verkleinert, ] vergrößert ihn)</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Durchgehend</translation>
    </message>
    <message>
        <source>Hardness of the brush edge (Shift+[ softer, Shift+] harder)</source>
        <translation>Härte der Pinselkante (Umschalt+[ weicher, Umschalt+] härter)</translation>
    </message>
    <message>
        <source>Maximum coverage of a stroke; with the colour brushes, 1 to 9 and 0 set it. Generate repaints only a mask of at least 50%.</source>
        <translation>Wie stark ein Strich höchstens deckt; bei den Farbpinseln stellen es 1 bis 9 und 0 ein. „Generieren“ malt nur eine Maske ab 50&#xa0;% neu.</translation>
    </message>
    <message>
        <source>How far colours are carried along; 1 to 9 and 0 set it</source>
        <translation>Wie weit Farben mitgenommen werden; 1 bis 9 und 0 stellen es ein</translation>
    </message>
    <message>
        <source>Distance between dabs in brush diameters; a solid line at the far left</source>
        <translation>Abstand der Tupfer in Pinseldurchmessern; ganz links eine durchgehende Linie</translation>
    </message>
    <message>
        <source>Smooth strokes by pulling the brush behind the pointer on a string of this length</source>
        <translation>Striche glätten: Der Zeiger zieht den Pinsel an einer Schnur dieser Länge hinter sich her</translation>
    </message>
    <message>
        <source>Build up</source>
        <translation>Aufbauen</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>Textur</translation>
    </message>
    <message>
        <source>Set tip and grain of the brush</source>
        <translation>Spitze und Körnung des Pinsels einstellen</translation>
    </message>
    <message>
        <source>Add paint where a stroke crosses itself, like an airbrush</source>
        <translation>Farbe dort verstärken, wo ein Strich sich selbst kreuzt, wie bei einer Sprühpistole</translation>
    </message>
    <message>
        <source>Brush preview</source>
        <translation>Pinselvorschau</translation>
    </message>
    <message>
        <source>Brush size in pixels</source>
        <translation>Pinselgröße in Pixeln</translation>
    </message>
    <message>
        <source>In picture pixels</source>
        <translation>In Bildpixeln</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Stabiliser</source>
        <translation>Stabilisator</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Untergrund</translation>
    </message>
    <message>
        <source>What lies around the object: the picture as it was, or what the model drew</source>
        <translation>Was um das Objekt liegt: das Bild, wie es war, oder was das Modell gezeichnet hat</translation>
    </message>
    <message>
        <source>{pixels} px</source>
        <translation>{pixels} px</translation>
    </message>
    <message>
        <source>Width of the soft edge, in pixels</source>
        <translation>Breite der weichen Kante in Pixeln</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Move the edge outward, or inward if negative, in pixels</source>
        <translation>Die Kante nach außen verschieben, mit negativem Wert nach innen, in Pixeln</translation>
    </message>
    <message>
        <source>Match colours</source>
        <translation>Farben anpassen</translation>
    </message>
    <message>
        <source>Match the colours of the ground that the model drew to those around the mask</source>
        <translation>Die Farben des Untergrunds, den das Modell gezeichnet hat, an die Farben rund um die Maske anpassen</translation>
    </message>
    <message>
        <source>Continue the picture&apos;s colours across the border of the mask; mixed gradients also keep strong edges of the picture below</source>
        <translation>Die Farben des Bildes über den Rand der Maske fortsetzen; gemischte Gradienten erhalten auch kräftige Kanten des Bildes darunter</translation>
    </message>
    <message>
        <source>The step in brightness across the border of the mask, relative to the steps next to it: 1 means no seam</source>
        <translation>Der Helligkeitssprung am Rand der Maske im Verhältnis zu den Sprüngen daneben: 1 bedeutet, dass es keine Naht gibt</translation>
    </message>
    <message>
        <source>Use the blend with the least visible seam</source>
        <translation>Die Überblendung mit der am wenigsten sichtbaren Naht verwenden</translation>
    </message>
    <message>
        <source>Seam {seam}. Proposed: “{ground}”</source>
        <translation>Naht {seam}. Vorschlag: „{ground}“</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Fill a mask first: here you adjust how the fill blends with the picture.</source>
        <translation>Zuerst eine Maske füllen: Hier wird eingestellt, wie sich die Füllung in das Bild einfügt.</translation>
    </message>
    <message>
        <source>Mean and variance</source>
        <translation>Mittelwert und Varianz</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Seamless</source>
        <translation>Nahtlos</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Mixed gradients</source>
        <translation>Gemischte Gradienten</translation>
    </message>
    <message>
        <source>Use Proposed</source>
        <translation>Vorschlag nehmen</translation>
    </message>
    <message>
        <source>Keep the picture&apos;s</source>
        <translation>Vom Bild behalten</translation>
    </message>
    <message>
        <source>Match the picture</source>
        <translation>An das Bild anpassen</translation>
    </message>
    <message>
        <source>As made</source>
        <translation>Wie erzeugt</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Draft Wall</source>
        <translation>Entwurfswand</translation>
    </message>
    <message>
        <source>Number of drafts</source>
        <translation>Anzahl der Entwürfe</translation>
    </message>
    <message>
        <source>Number of drafts to draw</source>
        <translation>Anzahl der zu zeichnenden Entwürfe</translation>
    </message>
    <message>
        <source>Draw Drafts</source>
        <translation>Entwürfe zeichnen</translation>
    </message>
    <message>
        <source>Draw drafts for the prompt in place of these</source>
        <translation>Anstelle von diesen Entwürfe zum Prompt zeichnen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>The order of the drafts</source>
        <translation>Die Reihenfolge der Entwürfe</translation>
    </message>
    <message>
        <source>As drawn</source>
        <translation>Wie gezeichnet</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>Beste Übereinstimmung zuerst</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size of the drafts</source>
        <translation>Größe der Entwürfe</translation>
    </message>
    <message>
        <source>Show the rejected drafts again</source>
        <translation>Die verworfenen Entwürfe wieder zeigen</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Temperature of the upsampler: lower values give smoother details</source>
        <translation>Temperatur des Upsamplers: Niedrigere Werte ergeben glattere Details</translation>
    </message>
    <message>
        <source>Upsample the starred drafts and add them to the candidates</source>
        <translation>Die Entwürfe mit Stern hochskalieren und zu den Kandidaten hinzufügen</translation>
    </message>
    <message>
        <source>Enter or a double click: star · Delete: reject</source>
        <translation>Eingabe oder Doppelklick: Stern · Entf: verwerfen</translation>
    </message>
    <message>
        <source>Enlarge Starred</source>
        <translation>Besternte vergrößern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Generate a picture, or repaint the masked area</source>
        <translation>Ein Bild generieren oder den maskierten Bereich neu malen</translation>
    </message>
    <message>
        <source>Remove what is selected: its surroundings continue there, without a prompt</source>
        <translation>Entfernen, was ausgewählt ist: Die Umgebung setzt sich dort fort, ohne Prompt</translation>
    </message>
    <message>
        <source>Retry Prompt with Same Seed</source>
        <translation>Prompt mit gleichem Startwert erneut versuchen</translation>
    </message>
    <message>
        <source>Run the current prompt with the seed and settings of the last run</source>
        <translation>Den jetzigen Prompt mit Startwert und Einstellungen des letzten Auftrags ausführen</translation>
    </message>
    <message>
        <source>Cancel the current run</source>
        <translation>Den laufenden Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Stop this run and clear the queue</source>
        <translation>Diesen Auftrag abbrechen und die Warteschlange leeren</translation>
    </message>
    <message>
        <source>Show a quick picture over the canvas that follows every stroke and every word</source>
        <translation>Über der Leinwand ein schnelles Bild anzeigen, das jedem Strich und jedem Wort folgt</translation>
    </message>
    <message>
        <source>Set Generate to create a new picture from the prompt</source>
        <translation>Mit „Generieren“ ein neues Bild aus dem Prompt erstellen</translation>
    </message>
    <message>
        <source>Set Generate to repaint the masked area</source>
        <translation>Mit „Generieren“ den maskierten Bereich neu malen</translation>
    </message>
    <message>
        <source>Set Generate to fill the transparent area</source>
        <translation>Mit „Generieren“ den transparenten Bereich füllen</translation>
    </message>
    <message>
        <source>Set Generate to turn a rough sketch into a picture</source>
        <translation>Mit „Generieren“ aus einer groben Skizze ein Bild machen</translation>
    </message>
    <message>
        <source>Set Generate to vary the last result</source>
        <translation>Mit „Generieren“ das letzte Ergebnis variieren</translation>
    </message>
    <message>
        <source>Upscale</source>
        <translation>Hochskalieren</translation>
    </message>
    <message>
        <source>Set Generate to enlarge the whole picture</source>
        <translation>Mit „Generieren“ das ganze Bild hochskalieren</translation>
    </message>
    <message>
        <source>Add the prompt to the favourites, or remove it</source>
        <translation>Den Prompt zu den Favoriten hinzufügen oder aus ihnen entfernen</translation>
    </message>
    <message>
        <source>Edit the styles, which add words to a prompt</source>
        <translation>Die Stile bearbeiten, die einem Prompt Wörter hinzufügen</translation>
    </message>
    <message>
        <source>Show the next candidate</source>
        <translation>Den nächsten Kandidaten anzeigen</translation>
    </message>
    <message>
        <source>Show the previous candidate</source>
        <translation>Den vorherigen Kandidaten anzeigen</translation>
    </message>
    <message>
        <source>Compare with Original</source>
        <translation>Mit dem Original vergleichen</translation>
    </message>
    <message>
        <source>Switch between the original and the shown candidate</source>
        <translation>Zwischen dem Original und dem gezeigten Kandidaten wechseln</translation>
    </message>
    <message>
        <source>Generate variations of the selected candidate</source>
        <translation>Variationen des ausgewählten Kandidaten generieren</translation>
    </message>
    <message>
        <source>Continue from this step with the current prompt, guidance, mask and seed</source>
        <translation>Von diesem Schritt aus mit aktuellem Prompt, aktueller Führung, Maske und aktuellem Startwert fortfahren</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Add the shown candidate to the picture</source>
        <translation>Den gezeigten Kandidaten in das Bild übernehmen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard the shown candidate</source>
        <translation>Den gezeigten Kandidaten verwerfen</translation>
    </message>
    <message>
        <source>Accept Single Results Automatically</source>
        <translation>Einzelne Ergebnisse automatisch übernehmen</translation>
    </message>
    <message>
        <source>Automatically accept the result of a run with a single picture</source>
        <translation>Das Ergebnis eines Auftrags mit einem einzigen Bild automatisch übernehmen</translation>
    </message>
    <message>
        <source>Sound When Finished</source>
        <translation>Ton am Ende</translation>
    </message>
    <message>
        <source>Play a sound when all runs are finished</source>
        <translation>Einen Ton abspielen, wenn alle Aufträge fertig sind</translation>
    </message>
    <message>
        <source>Notification When Finished</source>
        <translation>Benachrichtigung am Ende</translation>
    </message>
    <message>
        <source>Show a notification when all runs are finished and the window is in the background</source>
        <translation>Eine Benachrichtigung anzeigen, wenn alle Aufträge fertig sind und das Fenster im Hintergrund ist</translation>
    </message>
    <message>
        <source>Click or press an arrow key to show a candidate, Enter to accept it, Delete to discard it; hold Space to see the original</source>
        <translation>Klicken oder eine Pfeiltaste drücken zeigt einen Kandidaten, Eingabe übernimmt ihn, Entf verwirft ihn; die gehaltene Leertaste zeigt das Original</translation>
    </message>
    <message>
        <source>Candidates to choose from appear here.</source>
        <translation>Hier erscheinen Kandidaten zur Auswahl.</translation>
    </message>
    <message>
        <source>Fade between the original and the candidate; hold Space in the list to see the original</source>
        <translation>Zwischen Original und Kandidat überblenden; die gehaltene Leertaste in der Liste zeigt das Original</translation>
    </message>
    <message>
        <source>Discard the selected candidate, or restore it</source>
        <translation>Den ausgewählten Kandidaten verwerfen oder wiederherstellen</translation>
    </message>
    <message>
        <source>Generate four variations of the selected candidate</source>
        <translation>Vier Variationen des ausgewählten Kandidaten generieren</translation>
    </message>
    <message>
        <source>Strength of variations</source>
        <translation>Stärke der Variationen</translation>
    </message>
    <message>
        <source>Show discarded</source>
        <translation>Verworfene anzeigen</translation>
    </message>
    <message>
        <source>Show discarded candidates, which are kept until the picture is closed</source>
        <translation>Verworfene Kandidaten anzeigen, die erhalten bleiben, bis das Bild geschlossen wird</translation>
    </message>
    <message>
        <source>Least seam first</source>
        <translation>Unauffälligste Naht zuerst</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>The order of the candidates of a run</source>
        <translation>Die Reihenfolge der Kandidaten eines Auftrags</translation>
    </message>
    <message>
        <source>Seam {figure}, {place} of {number}</source>
        <translation>Naht {figure}, Platz {place} von {number}</translation>
    </message>
    <message>
        <source>Prompt match {figure}, {place} of {number}: how well it matches the prompt, according to CLIP; advisory only</source>
        <translation>Übereinstimmung mit dem Prompt {figure}, Platz {place} von {number}: wie gut er laut CLIP zum Prompt passt; nur ein Hinweis</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>How much variations may change; at 100% nothing of the candidate remains</source>
        <translation>Wie viel sich in Variationen ändern darf; bei 100&#xa0;% bleibt nichts vom Kandidaten</translation>
    </message>
    <message>
        <source>The order in which they were generated</source>
        <translation>Die Reihenfolge, in der sie generiert wurden</translation>
    </message>
    <message>
        <source>The bar below each shows how well it matches the prompt, according to CLIP</source>
        <translation>Der Balken unter jedem Kandidaten zeigt, wie gut er laut CLIP zum Prompt passt</translation>
    </message>
    <message>
        <source>The number on each shows how visible the mask&apos;s border is; 1 means no seam</source>
        <translation>Die Zahl auf jedem Kandidaten zeigt, wie sichtbar der Rand der Maske ist; 1 bedeutet keine Naht</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>{prompt}, waiting</source>
        <translation>{prompt}, wartet</translation>
    </message>
    <message>
        <source>{prompt}, seed {seed}, discarded</source>
        <translation>{prompt}, Startwert {seed}, verworfen</translation>
    </message>
    <message>
        <source>{prompt}, seed {seed}</source>
        <translation>{prompt}, Startwert {seed}</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Leinwand</translation>
    </message>
    <message>
        <source>The picture and its mask. Drag to use the current tool, hold Space and drag to pan, hold R and drag to rotate, turn the wheel to zoom. Arrow keys pan, plus and minus zoom.</source>
        <translation>Das Bild und seine Maske. Ziehen benutzt das aktuelle Werkzeug, Ziehen mit gehaltener Leertaste verschiebt die Ansicht, Ziehen mit gehaltenem R dreht sie, das Mausrad zoomt. Die Pfeiltasten verschieben, Plus und Minus zoomen.</translation>
    </message>
    <message>
        <source>Remove guide</source>
        <translation>Hilfslinie entfernen</translation>
    </message>
    <message>
        <source>Move guide</source>
        <translation>Hilfslinie verschieben</translation>
    </message>
    <message>
        <source>Add guide</source>
        <translation>Hilfslinie hinzufügen</translation>
    </message>
    <message>
        <source>Clear guides</source>
        <translation>Hilfslinien entfernen</translation>
    </message>
    <message>
        <source>Mask brush: drag over the area to select; Alt subtracts</source>
        <translation>Maskenpinsel: über den Bereich ziehen; Alt zieht ab</translation>
    </message>
    <message>
        <source>Erase mask</source>
        <translation>Maske radieren</translation>
    </message>
    <message>
        <source>Mask eraser: drag to erase the mask</source>
        <translation>Maskenradierer: ziehen, um die Maske zu radieren</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Which channel is changed</source>
        <translation>Welcher Kanal geändert wird</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Input levels</source>
        <translation>Quellwerte</translation>
    </message>
    <message>
        <source>Drag black, gamma and white</source>
        <translation>Schwarz, Gamma und Weiß ziehen</translation>
    </message>
    <message>
        <source>Output levels</source>
        <translation>Zielwerte</translation>
    </message>
    <message>
        <source>Drag black and white</source>
        <translation>Schwarz und Weiß ziehen</translation>
    </message>
    <message>
        <source>Input black</source>
        <translation>Quellwert für Schwarz</translation>
    </message>
    <message>
        <source>This and lower values become black</source>
        <translation>Dieser und niedrigere Werte werden schwarz</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Above 1 the midtones become lighter, below 1 darker</source>
        <translation>Über 1 werden die Mitten heller, unter 1 dunkler</translation>
    </message>
    <message>
        <source>Input white</source>
        <translation>Quellwert für Weiß</translation>
    </message>
    <message>
        <source>This and higher values become white</source>
        <translation>Dieser und höhere Werte werden weiß</translation>
    </message>
    <message>
        <source>Output black</source>
        <translation>Zielwert für Schwarz</translation>
    </message>
    <message>
        <source>The value that black becomes</source>
        <translation>Der Wert, zu dem Schwarz wird</translation>
    </message>
    <message>
        <source>Output white</source>
        <translation>Zielwert für Weiß</translation>
    </message>
    <message>
        <source>The value that white becomes</source>
        <translation>Der Wert, zu dem Weiß wird</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Hexadecimal colour</source>
        <translation>Hexadezimaler Farbwert</translation>
    </message>
    <message>
        <source>Six hexadecimal digits, such as #ff8800</source>
        <translation>Sechs hexadezimale Ziffern, etwa #ff8800</translation>
    </message>
    <message>
        <source>“{text}” is not a colour. Enter six hexadecimal digits, such as #ff8800.</source>
        <translation>„{text}“ ist keine Farbe. Sechs hexadezimale Ziffern eingeben, etwa #ff8800.</translation>
    </message>
    <message>
        <source>Foreground {foreground}, background {background}</source>
        <translation>Vordergrund {foreground}, Hintergrund {background}</translation>
    </message>
    <message>
        <source>Colour wheel</source>
        <translation>Farbrad</translation>
    </message>
    <message>
        <source>Recent colours</source>
        <translation>Zuletzt benutzte Farben</translation>
    </message>
    <message>
        <source>Foreground and background</source>
        <translation>Vordergrund und Hintergrund</translation>
    </message>
    <message>
        <source>Drag on the ring to set the hue, in the square to set saturation and value; the arrow keys, Page Up and Page Down work too</source>
        <translation>Auf dem Ring ziehen ändert den Farbton, im Quadrat Sättigung und Helligkeit; die Pfeiltasten, Bild auf und Bild ab tun es auch</translation>
    </message>
    <message>
        <source>Recently used colours</source>
        <translation>Zuletzt benutzte Farben</translation>
    </message>
    <message>
        <source>Foreground and background colours (X swaps them, D resets them)</source>
        <translation>Vordergrund- und Hintergrundfarbe (X vertauscht sie, D setzt sie zurück)</translation>
    </message>
    <message>
        <source>Colour selectors</source>
        <translation>Farbwähler</translation>
    </message>
    <message>
        <source>Choose a colour by wheel, numbers or palette</source>
        <translation>Eine Farbe mit Farbrad, Zahlen oder Palette wählen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Farbrad</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Type a few letters of a command, then press Return to run it</source>
        <translation>Ein paar Buchstaben eines Befehls eingeben, dann Eingabe drücken, um ihn auszuführen</translation>
    </message>
    <message>
        <source>Click a command to run it</source>
        <translation>Auf einen Befehl klicken, um ihn auszuführen</translation>
    </message>
    <message>
        <source>No matching commands.</source>
        <translation>Keine passenden Befehle.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>Mask Brush</source>
        <translation>Maskenpinsel</translation>
    </message>
    <message>
        <source>Mask Eraser</source>
        <translation>Maskenradierer</translation>
    </message>
    <message>
        <source>Smaller Brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Larger Brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Softer Brush</source>
        <translation>Weicherer Pinsel</translation>
    </message>
    <message>
        <source>Harder Brush</source>
        <translation>Härterer Pinsel</translation>
    </message>
    <message>
        <source>Paint a mask over the area to repaint</source>
        <translation>Eine Maske über den Bereich malen, der neu gemalt werden soll</translation>
    </message>
    <message>
        <source>Erase the mask</source>
        <translation>Die Maske radieren</translation>
    </message>
    <message>
        <source>Brush Presets…</source>
        <translation>Pinselvorgaben&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a brush, or save the current one</source>
        <translation>Einen Pinsel wählen oder den aktuellen speichern</translation>
    </message>
    <message>
        <source>Decrease the brush size</source>
        <translation>Die Pinselgröße verringern</translation>
    </message>
    <message>
        <source>Increase the brush size</source>
        <translation>Die Pinselgröße erhöhen</translation>
    </message>
    <message>
        <source>Decrease the hardness of the brush</source>
        <translation>Die Härte des Pinsels verringern</translation>
    </message>
    <message>
        <source>Increase the hardness of the brush</source>
        <translation>Die Härte des Pinsels erhöhen</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>Fa&amp;rbe</translation>
    </message>
    <message>
        <source>Colour Brush</source>
        <translation>Farbpinsel</translation>
    </message>
    <message>
        <source>Use the mask as the matte that cuts out the object of the active layer&apos;s edit</source>
        <translation>Die Maske als Freistellung für das Objekt in der Bearbeitung der aktiven Ebene verwenden</translation>
    </message>
    <message>
        <source>Show or hide the mask; what it selects stays selected</source>
        <translation>Die Maske anzeigen oder ausblenden; was sie auswählt, bleibt ausgewählt</translation>
    </message>
    <message>
        <source>Paint the active layer with colour</source>
        <translation>Die aktive Ebene mit Farbe bemalen</translation>
    </message>
    <message>
        <source>Colour Eraser</source>
        <translation>Farbradierer</translation>
    </message>
    <message>
        <source>Erase the active layer</source>
        <translation>Die aktive Ebene radieren</translation>
    </message>
    <message>
        <source>Restore Brush</source>
        <translation>Wiederherstellungspinsel</translation>
    </message>
    <message>
        <source>Paint the active layer as it was at an earlier step of the history</source>
        <translation>Die aktive Ebene so malen, wie sie bei einem früheren Schritt des Verlaufs war</translation>
    </message>
    <message>
        <source>Clone Brush</source>
        <translation>Klonpinsel</translation>
    </message>
    <message>
        <source>Copy another part of the picture; Alt+click sets the source</source>
        <translation>Eine andere Stelle des Bildes kopieren; Alt+Klick legt die Quelle fest</translation>
    </message>
    <message>
        <source>Heal Brush</source>
        <translation>Reparaturpinsel</translation>
    </message>
    <message>
        <source>Replace blemishes by what surrounds them</source>
        <translation>Makel durch das ersetzen, was sie umgibt</translation>
    </message>
    <message>
        <source>Smudge Brush</source>
        <translation>Wischpinsel</translation>
    </message>
    <message>
        <source>Smear the active layer, like a finger through wet paint</source>
        <translation>Die aktive Ebene verwischen, wie ein Finger nasse Farbe</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Fill the selection of the active layer with a gradient, by dragging</source>
        <translation>Die Auswahl der aktiven Ebene durch Ziehen mit einem Farbverlauf füllen</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>Farbpipette</translation>
    </message>
    <message>
        <source>Pick a colour from the picture, or hold Alt while painting</source>
        <translation>Eine Farbe aus dem Bild aufnehmen, oder beim Malen Alt halten</translation>
    </message>
    <message>
        <source>Fill the selection of the active layer with the foreground colour</source>
        <translation>Die Auswahl der aktiven Ebene mit der Vordergrundfarbe füllen</translation>
    </message>
    <message>
        <source>Swap the foreground and background colours</source>
        <translation>Vordergrund- und Hintergrundfarbe vertauschen</translation>
    </message>
    <message>
        <source>Reset Colours</source>
        <translation>Farben zurücksetzen</translation>
    </message>
    <message>
        <source>Set the foreground to black and the background to white</source>
        <translation>Den Vordergrund auf Schwarz und den Hintergrund auf Weiß setzen</translation>
    </message>
    <message>
        <source>Fill Layer</source>
        <translation>Ebene füllen</translation>
    </message>
    <message>
        <source>Swap Colours</source>
        <translation>Farben vertauschen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>Ein Bild öffnen</translation>
    </message>
    <message>
        <source>Place as Layer…</source>
        <translation>Als Ebene platzieren&#xa0;…</translation>
    </message>
    <message>
        <source>Add pictures as layers, as dropping them with Shift does</source>
        <translation>Bilder als Ebenen hinzufügen, wie beim Ablegen mit gehaltener Umschalttaste</translation>
    </message>
    <message>
        <source>Open Recent</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Open a recently used file</source>
        <translation>Eine zuletzt benutzte Datei öffnen</translation>
    </message>
    <message>
        <source>Save the picture under another name</source>
        <translation>Das Bild unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>Use the prompt and settings that a picture was generated with</source>
        <translation>Den Prompt und die Einstellungen verwenden, mit denen ein Bild generiert wurde</translation>
    </message>
    <message>
        <source>Write a flat picture for other programs; the document does not change</source>
        <translation>Ein flaches Bild für andere Programme schreiben; das Dokument ändert sich nicht</translation>
    </message>
    <message>
        <source>Close the picture</source>
        <translation>Das Bild schließen</translation>
    </message>
    <message>
        <source>Quit GLIDE Studio</source>
        <translation>GLIDE Studio beenden</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Den letzten Schritt rückgängig machen</translation>
    </message>
    <message>
        <source>Redo the step that was undone last</source>
        <translation>Den zuletzt rückgängig gemachten Schritt wiederholen</translation>
    </message>
    <message>
        <source>Cut the selection of the active layer to the clipboard</source>
        <translation>Die Auswahl der aktiven Ebene in die Zwischenablage ausschneiden</translation>
    </message>
    <message>
        <source>Copy the selection of the active layer</source>
        <translation>Die Auswahl der aktiven Ebene kopieren</translation>
    </message>
    <message>
        <source>Copy the selection of all visible layers</source>
        <translation>Die Auswahl aller sichtbaren Ebenen kopieren</translation>
    </message>
    <message>
        <source>Paste the clipboard as a new layer</source>
        <translation>Die Zwischenablage als neue Ebene einfügen</translation>
    </message>
    <message>
        <source>Make the selection of the active layer transparent</source>
        <translation>Die Auswahl der aktiven Ebene transparent machen</translation>
    </message>
    <message>
        <source>Set language, theme, text size and shortcuts</source>
        <translation>Sprache, Thema, Textgröße und Tastenkürzel einstellen</translation>
    </message>
    <message>
        <source>Crop the picture, or extend the canvas</source>
        <translation>Das Bild zuschneiden oder die Leinwand erweitern</translation>
    </message>
    <message>
        <source>Crop or extend the canvas at its edges</source>
        <translation>Die Leinwand an ihren Rändern zuschneiden oder erweitern</translation>
    </message>
    <message>
        <source>Rotate the picture 90° to the right</source>
        <translation>Das Bild 90° nach rechts drehen</translation>
    </message>
    <message>
        <source>Rotate the picture 90° to the left</source>
        <translation>Das Bild 90° nach links drehen</translation>
    </message>
    <message>
        <source>Rotate the picture by 180°</source>
        <translation>Das Bild um 180° drehen</translation>
    </message>
    <message>
        <source>Flip the picture left to right</source>
        <translation>Das Bild von links nach rechts spiegeln</translation>
    </message>
    <message>
        <source>Flip the picture top to bottom</source>
        <translation>Das Bild von oben nach unten spiegeln</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Das Bild speichern</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter&#xa0;…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy Merged</source>
        <translation>Sichtbares kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>B&amp;ild</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <source>Canvas Size…</source>
        <translation>Leinwandgröße&#xa0;…</translation>
    </message>
    <message>
        <source>Image Size…</source>
        <translation>Bildgröße&#xa0;…</translation>
    </message>
    <message>
        <source>Scale the whole picture</source>
        <translation>Das ganze Bild skalieren</translation>
    </message>
    <message>
        <source>Rotate 90° Right</source>
        <translation>90° nach rechts drehen</translation>
    </message>
    <message>
        <source>Rotate 90° Left</source>
        <translation>90° nach links drehen</translation>
    </message>
    <message>
        <source>Rotate 180°</source>
        <translation>180° drehen</translation>
    </message>
    <message>
        <source>Flip Horizontally</source>
        <translation>Horizontal spiegeln</translation>
    </message>
    <message>
        <source>Flip Vertically</source>
        <translation>Vertikal spiegeln</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Generieren</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Generieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel All</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Earlier Prompts…</source>
        <translation>Frühere Prompts&#xa0;…</translation>
    </message>
    <message>
        <source>Favourite Prompt</source>
        <translation>Prompt als Favorit</translation>
    </message>
    <message>
        <source>Edit Styles…</source>
        <translation>Stile bearbeiten&#xa0;…</translation>
    </message>
    <message>
        <source>Word Lists…</source>
        <translation>Wortlisten&#xa0;…</translation>
    </message>
    <message>
        <source>Open the folder of word lists, which prompts refer to as in __mood__</source>
        <translation>Den Ordner der Wortlisten öffnen, auf die Prompts wie in __mood__ verweisen</translation>
    </message>
    <message>
        <source>Next Candidate</source>
        <translation>Nächster Kandidat</translation>
    </message>
    <message>
        <source>Previous Candidate</source>
        <translation>Vorheriger Kandidat</translation>
    </message>
    <message>
        <source>More Like This</source>
        <translation>Mehr davon</translation>
    </message>
    <message>
        <source>Text to Image</source>
        <translation>Text zu Bild</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Skizze</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>Variation</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Ebene</translation>
    </message>
    <message>
        <source>New Layer</source>
        <translation>Neue Ebene</translation>
    </message>
    <message>
        <source>Add an empty layer above the active one</source>
        <translation>Eine leere Ebene über der aktiven hinzufügen</translation>
    </message>
    <message>
        <source>Add a copy of the active layer above it</source>
        <translation>Eine Kopie der aktiven Ebene über ihr hinzufügen</translation>
    </message>
    <message>
        <source>Delete the active layer</source>
        <translation>Die aktive Ebene löschen</translation>
    </message>
    <message>
        <source>Move the active layer on the canvas</source>
        <translation>Die aktive Ebene auf der Leinwand verschieben</translation>
    </message>
    <message>
        <source>Rename the active layer</source>
        <translation>Die aktive Ebene umbenennen</translation>
    </message>
    <message>
        <source>Hide or show the active layer</source>
        <translation>Die aktive Ebene ausblenden oder anzeigen</translation>
    </message>
    <message>
        <source>Protect the active layer from changes, or unprotect it</source>
        <translation>Die aktive Ebene vor Änderungen schützen oder wieder freigeben</translation>
    </message>
    <message>
        <source>Move the active layer up</source>
        <translation>Die aktive Ebene nach oben verschieben</translation>
    </message>
    <message>
        <source>Move the active layer down</source>
        <translation>Die aktive Ebene nach unten verschieben</translation>
    </message>
    <message>
        <source>Select Layer Above</source>
        <translation>Ebene darüber auswählen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Select the whole picture</source>
        <translation>Das ganze Bild auswählen</translation>
    </message>
    <message>
        <source>Remove the mask: tools and commands work everywhere again</source>
        <translation>Die Maske entfernen: Werkzeuge und Befehle wirken wieder überall</translation>
    </message>
    <message>
        <source>Restore the mask that was removed last</source>
        <translation>Die zuletzt entfernte Maske wiederherstellen</translation>
    </message>
    <message>
        <source>Invert Selection</source>
        <translation>Auswahl umkehren</translation>
    </message>
    <message>
        <source>Select Layer Pixels</source>
        <translation>Pixel der Ebene auswählen</translation>
    </message>
    <message>
        <source>Select the layer above the active one</source>
        <translation>Die Ebene über der aktiven auswählen</translation>
    </message>
    <message>
        <source>Select Layer Below</source>
        <translation>Ebene darunter auswählen</translation>
    </message>
    <message>
        <source>Select the layer below the active one</source>
        <translation>Die Ebene unter der aktiven auswählen</translation>
    </message>
    <message>
        <source>Merge the active layer with the one below</source>
        <translation>Die aktive Ebene mit der darunter vereinen</translation>
    </message>
    <message>
        <source>Merge all visible layers into one</source>
        <translation>Alle sichtbaren Ebenen zu einer vereinen</translation>
    </message>
    <message>
        <source>Merge all visible layers into one and discard hidden ones</source>
        <translation>Alle sichtbaren Ebenen zu einer vereinen und ausgeblendete verwerfen</translation>
    </message>
    <message>
        <source>Rotate and Flip</source>
        <translation>Drehen und Spiegeln</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeitung</translation>
    </message>
    <message>
        <source>Run the edit again as set in the Edits panel, and then the edits that it affects</source>
        <translation>Die Bearbeitung mit den Werten aus dem Bedienfeld „Bearbeitungen“ erneut ausführen, danach alle, auf die sie sich auswirkt</translation>
    </message>
    <message>
        <source>Copy prompt, settings and mask of the edit for use on another picture</source>
        <translation>Prompt, Einstellungen und Maske der Bearbeitung kopieren, um sie auf ein anderes Bild anzuwenden</translation>
    </message>
    <message>
        <source>Apply the recipe&apos;s mask to this picture, and show its prompt and settings</source>
        <translation>Die Maske des Rezepts auf dieses Bild anwenden und seinen Prompt und seine Einstellungen anzeigen</translation>
    </message>
    <message>
        <source>Duplicate Layer</source>
        <translation>Ebene duplizieren</translation>
    </message>
    <message>
        <source>Delete Layer</source>
        <translation>Ebene löschen</translation>
    </message>
    <message>
        <source>Move Layer</source>
        <translation>Ebene verschieben</translation>
    </message>
    <message>
        <source>Rename Layer</source>
        <translation>Ebene umbenennen</translation>
    </message>
    <message>
        <source>Hide or Show Layer</source>
        <translation>Ebene ausblenden oder anzeigen</translation>
    </message>
    <message>
        <source>Lock or Unlock Layer</source>
        <translation>Ebene sperren oder entsperren</translation>
    </message>
    <message>
        <source>Lock Alpha</source>
        <translation>Alpha sperren</translation>
    </message>
    <message>
        <source>Paint only on what the active layer has: transparent pixels stay transparent</source>
        <translation>Nur auf dem malen, was die aktive Ebene hat: transparente Pixel bleiben transparent</translation>
    </message>
    <message>
        <source>Clip to Layer Below</source>
        <translation>Auf Ebene darunter beschneiden</translation>
    </message>
    <message>
        <source>Show the layer or group only where the first unclipped one below has pixels</source>
        <translation>Die Ebene oder Gruppe nur dort zeigen, wo die erste nicht beschnittene darunter Pixel hat</translation>
    </message>
    <message>
        <source>Raise Layer</source>
        <translation>Ebene anheben</translation>
    </message>
    <message>
        <source>Lower Layer</source>
        <translation>Ebene absenken</translation>
    </message>
    <message>
        <source>Merge Down</source>
        <translation>Nach unten vereinen</translation>
    </message>
    <message>
        <source>Merge Visible</source>
        <translation>Sichtbare Ebenen vereinen</translation>
    </message>
    <message>
        <source>Flatten Image</source>
        <translation>Bild zusammenfügen</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>Aus&amp;wahl</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Magic Wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Colour Range</source>
        <translation>Farbbereich</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Maske</translation>
    </message>
    <message>
        <source>Grow…</source>
        <translation>Vergrößern&#xa0;…</translation>
    </message>
    <message>
        <source>Shrink…</source>
        <translation>Verkleinern&#xa0;…</translation>
    </message>
    <message>
        <source>Select a rectangular area</source>
        <translation>Einen rechteckigen Bereich auswählen</translation>
    </message>
    <message>
        <source>Swap selected and unselected areas</source>
        <translation>Ausgewählte und nicht ausgewählte Bereiche vertauschen</translation>
    </message>
    <message>
        <source>Select the pixels of the active layer, or Ctrl+click its thumbnail</source>
        <translation>Die Pixel der aktiven Ebene auswählen, oder Strg+Klick auf ihr Vorschaubild</translation>
    </message>
    <message>
        <source>Select an elliptical area</source>
        <translation>Einen elliptischen Bereich auswählen</translation>
    </message>
    <message>
        <source>Select an area freehand</source>
        <translation>Einen Bereich freihändig auswählen</translation>
    </message>
    <message>
        <source>Select an area corner by corner</source>
        <translation>Einen Bereich Ecke für Ecke auswählen</translation>
    </message>
    <message>
        <source>Select an area of similar colour</source>
        <translation>Einen Bereich ähnlicher Farbe auswählen</translation>
    </message>
    <message>
        <source>Select similar colours everywhere in the picture</source>
        <translation>Ähnliche Farben im ganzen Bild auswählen</translation>
    </message>
    <message>
        <source>Rotate Layer 90° Right</source>
        <translation>Ebene 90° nach rechts drehen</translation>
    </message>
    <message>
        <source>Rotate the active layer, or what is selected on it, 90° to the right</source>
        <translation>Die aktive Ebene oder das darauf Ausgewählte um 90° nach rechts drehen</translation>
    </message>
    <message>
        <source>Rotate Layer 90° Left</source>
        <translation>Ebene 90° nach links drehen</translation>
    </message>
    <message>
        <source>Rotate the active layer, or what is selected on it, 90° to the left</source>
        <translation>Die aktive Ebene oder das darauf Ausgewählte um 90° nach links drehen</translation>
    </message>
    <message>
        <source>Rotate Layer 180°</source>
        <translation>Ebene um 180° drehen</translation>
    </message>
    <message>
        <source>Rotate the active layer, or what is selected on it, by 180°</source>
        <translation>Die aktive Ebene oder das darauf Ausgewählte um 180° drehen</translation>
    </message>
    <message>
        <source>Flip Layer Horizontally</source>
        <translation>Ebene horizontal spiegeln</translation>
    </message>
    <message>
        <source>Flip the active layer, or what is selected on it, left to right</source>
        <translation>Die aktive Ebene oder das darauf Ausgewählte von links nach rechts spiegeln</translation>
    </message>
    <message>
        <source>Flip Layer Vertically</source>
        <translation>Ebene vertikal spiegeln</translation>
    </message>
    <message>
        <source>Flip the active layer, or what is selected on it, top to bottom</source>
        <translation>Die aktive Ebene oder das darauf Ausgewählte von oben nach unten spiegeln</translation>
    </message>
    <message>
        <source>Re-run Edit</source>
        <translation>Bearbeitung erneut ausführen</translation>
    </message>
    <message>
        <source>Raise Edit</source>
        <translation>Bearbeitung anheben</translation>
    </message>
    <message>
        <source>Move the edit above the next one</source>
        <translation>Die Bearbeitung über die nächste verschieben</translation>
    </message>
    <message>
        <source>Lower Edit</source>
        <translation>Bearbeitung absenken</translation>
    </message>
    <message>
        <source>Move the edit below the previous one</source>
        <translation>Die Bearbeitung unter die vorige verschieben</translation>
    </message>
    <message>
        <source>Copy as Recipe</source>
        <translation>Als Rezept kopieren</translation>
    </message>
    <message>
        <source>Paste Recipe</source>
        <translation>Rezept einfügen</translation>
    </message>
    <message>
        <source>Free Transform</source>
        <translation>Frei transformieren</translation>
    </message>
    <message>
        <source>Scale, rotate, shear or distort the active layer, or what is selected on it</source>
        <translation>Die aktive Ebene oder das darauf Ausgewählte skalieren, drehen, scheren oder verzerren</translation>
    </message>
    <message>
        <source>Move the edge of the mask outwards</source>
        <translation>Den Rand der Maske nach außen verschieben</translation>
    </message>
    <message>
        <source>Move the edge of the mask inwards</source>
        <translation>Den Rand der Maske nach innen verschieben</translation>
    </message>
    <message>
        <source>Feather…</source>
        <translation>Weiche Kante&#xa0;…</translation>
    </message>
    <message>
        <source>Soften the edge of the mask</source>
        <translation>Den Rand der Maske weicher machen</translation>
    </message>
    <message>
        <source>Smooth…</source>
        <translation>Glätten&#xa0;…</translation>
    </message>
    <message>
        <source>Round the corners of the mask and remove specks</source>
        <translation>Die Ecken der Maske abrunden und Flecken entfernen</translation>
    </message>
    <message>
        <source>Add Mask Colour</source>
        <translation>Maskenfarbe hinzufügen</translation>
    </message>
    <message>
        <source>Add another colour to the mask, with a prompt of its own</source>
        <translation>Der Maske eine weitere Farbe mit eigenem Prompt hinzufügen</translation>
    </message>
    <message>
        <source>Remove Mask Colour</source>
        <translation>Maskenfarbe entfernen</translation>
    </message>
    <message>
        <source>Remove the active colour of the mask, with its prompt</source>
        <translation>Die aktive Farbe der Maske mit ihrem Prompt entfernen</translation>
    </message>
    <message>
        <source>Next Mask Colour</source>
        <translation>Nächste Maskenfarbe</translation>
    </message>
    <message>
        <source>Paint with the next colour of the mask, and show its prompt</source>
        <translation>Mit der nächsten Farbe der Maske malen und ihren Prompt anzeigen</translation>
    </message>
    <message>
        <source>Model Frame</source>
        <translation>Modellrahmen</translation>
    </message>
    <message>
        <source>Move or resize the frame around what the model sees</source>
        <translation>Den Rahmen um das, was das Modell sieht, verschieben oder seine Größe ändern</translation>
    </message>
    <message>
        <source>Fit Model Frame</source>
        <translation>Modellrahmen einpassen</translation>
    </message>
    <message>
        <source>Fit the frame to the mask again, so that the model notices it</source>
        <translation>Den Rahmen wieder der Maske anpassen, damit das Modell sie beachtet</translation>
    </message>
    <message>
        <source>Mask from Matte</source>
        <translation>Maske aus Freistellung</translation>
    </message>
    <message>
        <source>Load the matte of the active layer&apos;s edit as the mask, to paint on it</source>
        <translation>Die Freistellung aus der Bearbeitung der aktiven Ebene als Maske laden, um darin zu malen</translation>
    </message>
    <message>
        <source>Matte from Mask</source>
        <translation>Freistellung aus Maske</translation>
    </message>
    <message>
        <source>Show the mask as a coloured overlay</source>
        <translation>Die Maske als farbige Überlagerung anzeigen</translation>
    </message>
    <message>
        <source>Mask as Hatching</source>
        <translation>Maske als Schraffur</translation>
    </message>
    <message>
        <source>Show the mask as diagonal stripes</source>
        <translation>Die Maske als schräge Streifen anzeigen</translation>
    </message>
    <message>
        <source>Show the mask as a moving outline</source>
        <translation>Die Maske als bewegten Umriss anzeigen</translation>
    </message>
    <message>
        <source>Choose the colour of the mask</source>
        <translation>Die Farbe der Maske wählen</translation>
    </message>
    <message>
        <source>Mask to Layer Alpha</source>
        <translation>Maske auf Alpha der Ebene anwenden</translation>
    </message>
    <message>
        <source>Make the unmasked area of the active layer transparent</source>
        <translation>Den unmaskierten Bereich der aktiven Ebene transparent machen</translation>
    </message>
    <message>
        <source>Load the mask from a picture in which white is masked</source>
        <translation>Die Maske aus einem Bild laden, in dem Weiß maskiert ist</translation>
    </message>
    <message>
        <source>Save the mask as a greyscale picture</source>
        <translation>Die Maske als Graustufenbild speichern</translation>
    </message>
    <message>
        <source>Show Mask</source>
        <translation>Maske anzeigen</translation>
    </message>
    <message>
        <source>Mask as Tint</source>
        <translation>Maske als Tönung</translation>
    </message>
    <message>
        <source>Mask as Marching Ants</source>
        <translation>Maske als laufende Ameisen</translation>
    </message>
    <message>
        <source>Mask Colour…</source>
        <translation>Maskenfarbe&#xa0;…</translation>
    </message>
    <message>
        <source>Import Mask…</source>
        <translation>Maske importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export Mask…</source>
        <translation>Maske exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Zoom In</source>
        <translation>Hineinzoomen</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>Herauszoomen</translation>
    </message>
    <message>
        <source>Fit in Window</source>
        <translation>In Fenster einpassen</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild anzeigen</translation>
    </message>
    <message>
        <source>Actual Size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Zoom to Mask</source>
        <translation>Auf die Maske zoomen</translation>
    </message>
    <message>
        <source>Rotate View Left</source>
        <translation>Ansicht nach links drehen</translation>
    </message>
    <message>
        <source>Rotate View Right</source>
        <translation>Ansicht nach rechts drehen</translation>
    </message>
    <message>
        <source>Mirror View</source>
        <translation>Ansicht spiegeln</translation>
    </message>
    <message>
        <source>Rulers</source>
        <translation>Lineale</translation>
    </message>
    <message>
        <source>Enlarge the view</source>
        <translation>Die Ansicht vergrößern</translation>
    </message>
    <message>
        <source>Reduce the view</source>
        <translation>Die Ansicht verkleinern</translation>
    </message>
    <message>
        <source>Show each picture pixel as one screen pixel</source>
        <translation>Jedes Pixel des Bildes als ein Pixel des Bildschirms anzeigen</translation>
    </message>
    <message>
        <source>Fit the masked area in the window</source>
        <translation>Den maskierten Bereich in das Fenster einpassen</translation>
    </message>
    <message>
        <source>Rotate the view to the left</source>
        <translation>Die Ansicht nach links drehen</translation>
    </message>
    <message>
        <source>Rotate the view to the right</source>
        <translation>Die Ansicht nach rechts drehen</translation>
    </message>
    <message>
        <source>Mirror the view, to spot mistakes</source>
        <translation>Die Ansicht spiegeln, um Fehler zu entdecken</translation>
    </message>
    <message>
        <source>Reset View Rotation</source>
        <translation>Drehung der Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Undo rotation and mirroring of the view</source>
        <translation>Drehung und Spiegelung der Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Show rulers along the canvas</source>
        <translation>Lineale an der Leinwand anzeigen</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Hilfslinien</translation>
    </message>
    <message>
        <source>Show the guides</source>
        <translation>Die Hilfslinien anzeigen</translation>
    </message>
    <message>
        <source>Clear Guides</source>
        <translation>Hilfslinien entfernen</translation>
    </message>
    <message>
        <source>Remove all guides</source>
        <translation>Alle Hilfslinien entfernen</translation>
    </message>
    <message>
        <source>Pixel Grid</source>
        <translation>Pixelraster</translation>
    </message>
    <message>
        <source>Show lines between pixels above 800%</source>
        <translation>Über 800&#xa0;% Linien zwischen den Pixeln anzeigen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare the document, steps of the history and candidates</source>
        <translation>Das Dokument, Schritte des Verlaufs und Kandidaten vergleichen</translation>
    </message>
    <message>
        <source>Compare by Slider</source>
        <translation>Mit Schieber vergleichen</translation>
    </message>
    <message>
        <source>Divide the view by a line that you can drag</source>
        <translation>Die Ansicht durch eine Linie teilen, die sich verschieben lässt</translation>
    </message>
    <message>
        <source>Show both side by side at the same zoom</source>
        <translation>Beide nebeneinander in derselben Zoomstufe anzeigen</translation>
    </message>
    <message>
        <source>Show both alternately in the same place</source>
        <translation>Beide abwechselnd an derselben Stelle anzeigen</translation>
    </message>
    <message>
        <source>Compare Side by Side</source>
        <translation>Nebeneinander vergleichen</translation>
    </message>
    <message>
        <source>Compare by Blinking</source>
        <translation>Im Wechsel vergleichen</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Show the prompt and the Generate button</source>
        <translation>Den Prompt und den Knopf „Generieren“ anzeigen</translation>
    </message>
    <message>
        <source>Use Settings From Picture…</source>
        <translation>Einstellungen aus Bild übernehmen&#xa0;…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export Again</source>
        <translation>Erneut exportieren</translation>
    </message>
    <message>
        <source>Export to the same file with the same options as last time</source>
        <translation>In dieselbe Datei mit denselben Optionen wie zuletzt exportieren</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle&#xa0;…</translation>
    </message>
    <message>
        <source>Install, import, verify and remove models</source>
        <translation>Modelle installieren, importieren, überprüfen und entfernen</translation>
    </message>
    <message>
        <source>Show a frame around what the model sees</source>
        <translation>Einen Rahmen um das zeigen, was das Modell sieht</translation>
    </message>
    <message>
        <source>Changed Pixels</source>
        <translation>Geänderte Pixel</translation>
    </message>
    <message>
        <source>Tint the pixels that the shown candidate, or the active layer, changes</source>
        <translation>Die Pixel einfärben, die der gezeigte Kandidat oder die aktive Ebene ändert</translation>
    </message>
    <message>
        <source>Draft Wall…</source>
        <translation>Entwurfswand&#xa0;…</translation>
    </message>
    <message>
        <source>Draw many small drafts, and enlarge the best</source>
        <translation>Viele kleine Entwürfe zeichnen und die besten vergrößern</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Keep Live Picture</source>
        <translation>Live-Bild behalten</translation>
    </message>
    <message>
        <source>Add the live picture as a layer</source>
        <translation>Das Live-Bild als Ebene hinzufügen</translation>
    </message>
    <message>
        <source>Branch Here</source>
        <translation>Hier verzweigen</translation>
    </message>
    <message>
        <source>Show the settings for generating</source>
        <translation>Die Einstellungen zum Generieren anzeigen</translation>
    </message>
    <message>
        <source>Show the progress of the current run</source>
        <translation>Den Fortschritt des laufenden Auftrags anzeigen</translation>
    </message>
    <message>
        <source>Show the pictures to choose from</source>
        <translation>Die Bilder zur Auswahl anzeigen</translation>
    </message>
    <message>
        <source>Model View</source>
        <translation>Modellsicht</translation>
    </message>
    <message>
        <source>Show how a fill blends with the picture</source>
        <translation>Anzeigen, wie sich eine Füllung in das Bild einfügt</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Bearbeitungen</translation>
    </message>
    <message>
        <source>Show the edits, to run them again or reorder them</source>
        <translation>Die Bearbeitungen anzeigen, um sie erneut auszuführen oder umzuordnen</translation>
    </message>
    <message>
        <source>Show running, waiting and finished runs</source>
        <translation>Laufende, wartende und fertige Aufträge anzeigen</translation>
    </message>
    <message>
        <source>Show the options of the current tool</source>
        <translation>Die Einstellungen des aktuellen Werkzeugs anzeigen</translation>
    </message>
    <message>
        <source>Show colour wheel, recent colours and palette</source>
        <translation>Farbrad, zuletzt benutzte Farben und Palette anzeigen</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Show the layers</source>
        <translation>Die Ebenen anzeigen</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <source>Show an overview of the picture</source>
        <translation>Eine Übersicht des Bildes anzeigen</translation>
    </message>
    <message>
        <source>Show the steps that can be undone and redone</source>
        <translation>Die Schritte anzeigen, die sich rückgängig machen und wiederholen lassen</translation>
    </message>
    <message>
        <source>Next Picture</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Show the next of the open pictures</source>
        <translation>Das nächste der geöffneten Bilder zeigen</translation>
    </message>
    <message>
        <source>Previous Picture</source>
        <translation>Vorheriges Bild</translation>
    </message>
    <message>
        <source>Show the previous of the open pictures</source>
        <translation>Das vorherige der geöffneten Bilder zeigen</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Den ganzen Bildschirm benutzen</translation>
    </message>
    <message>
        <source>Hide all panels, or press Tab on the canvas</source>
        <translation>Alle Bedienfelder ausblenden, oder Tab auf der Leinwand drücken</translation>
    </message>
    <message>
        <source>Move the keyboard focus to the next panel</source>
        <translation>Den Tastaturfokus zum nächsten Bedienfeld verschieben</translation>
    </message>
    <message>
        <source>Open the manual</source>
        <translation>Das Handbuch öffnen</translation>
    </message>
    <message>
        <source>Search all commands</source>
        <translation>Alle Befehle durchsuchen</translation>
    </message>
    <message>
        <source>Copy Diagnostics</source>
        <translation>Diagnosedaten kopieren</translation>
    </message>
    <message>
        <source>Check for Updates</source>
        <translation>Nach Updates suchen</translation>
    </message>
    <message>
        <source>Ask the program&apos;s website for the number of the newest version</source>
        <translation>Von der Website des Programms die Nummer der neuesten Version abrufen</translation>
    </message>
    <message>
        <source>Show version and licences</source>
        <translation>Version und Lizenzen anzeigen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Neu&#xa0;…</translation>
    </message>
    <message>
        <source>Create an empty picture of any size</source>
        <translation>Ein leeres Bild beliebiger Größe erstellen</translation>
    </message>
    <message>
        <source>Show what the model sees of the picture and the prompt</source>
        <translation>Anzeigen, was das Modell vom Bild und vom Prompt sieht</translation>
    </message>
    <message>
        <source>Full Screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Hide Panels</source>
        <translation>Bedienfelder ausblenden</translation>
    </message>
    <message>
        <source>Next Panel</source>
        <translation>Nächstes Bedienfeld</translation>
    </message>
    <message>
        <source>Restore Default Layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Return all panels to their default positions</source>
        <translation>Alle Bedienfelder an ihre Standardposition zurücksetzen</translation>
    </message>
    <message>
        <source>Copy information about the program and this computer for a bug report</source>
        <translation>Angaben zum Programm und zu diesem Computer für einen Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Find a Command…</source>
        <translation>Befehl suchen&#xa0;…</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
    <message>
        <source>Tab or Enter inserts the selected word, Up and Down select another, Esc closes the list</source>
        <translation>Tab oder Eingabe fügt das ausgewählte Wort ein, Auf und Ab wählen ein anderes aus, Esc schließt die Liste</translation>
    </message>
    <message>
        <source>This tool has no options.</source>
        <translation>Dieses Werkzeug hat keine Optionen.</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Left edge; below 0 extends the canvas</source>
        <translation>Linker Rand; ein Wert unter 0 erweitert die Leinwand</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>Top edge; below 0 extends the canvas</source>
        <translation>Oberer Rand; ein Wert unter 0 erweitert die Leinwand</translation>
    </message>
    <message>
        <source>Crop or extend the picture to the frame</source>
        <translation>Das Bild auf den Rahmen zuschneiden oder erweitern</translation>
    </message>
    <message>
        <source>Cancel crop</source>
        <translation>Zuschneiden abbrechen</translation>
    </message>
    <message>
        <source>Leave the picture unchanged</source>
        <translation>Das Bild unverändert lassen</translation>
    </message>
    <message>
        <source>Size of the model: {side} x {side}</source>
        <translation>Größe des Modells: {side} x {side}</translation>
    </message>
    <message>
        <source>{name} at 300 ppi</source>
        <translation>{name} mit 300 ppi</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>As the open picture</source>
        <translation>Wie das geöffnete Bild</translation>
    </message>
    <message>
        <source>New Picture</source>
        <translation>Neues Bild</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Choose a usual size</source>
        <translation>Eine gebräuchliche Größe wählen</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>Breite des Bildes</translation>
    </message>
    <message>
        <source>Height of the picture</source>
        <translation>Höhe des Bildes</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>The unit of width and height</source>
        <translation>Die Einheit von Breite und Höhe</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Centimetres</source>
        <translation>Zentimeter</translation>
    </message>
    <message>
        <source>Inches</source>
        <translation>Zoll</translation>
    </message>
    <message>
        <source> ppi</source>
        <translation> ppi</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Pixels per inch when it is printed</source>
        <translation>Pixel pro Zoll beim Drucken</translation>
    </message>
    <message>
        <source>What the page begins with</source>
        <translation>Womit die Seite beginnt</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>Größe in Pixeln</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Background Colour</source>
        <translation>Hintergrundfarbe</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Transparent</translation>
    </message>
    <message>
        <source>Other colour…</source>
        <translation>Andere Farbe&#xa0;…</translation>
    </message>
    <message>
        <source>{width} x {height} pixels, {number} megapixels</source>
        <translation>{width} x {height} Pixel, {number} Megapixel</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Breite in Pixeln</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Höhe in Pixeln</translation>
    </message>
    <message>
        <source>Hide {panel}</source>
        <translation>{panel} ausblenden</translation>
    </message>
    <message>
        <source>Save your changes?</source>
        <translation>Änderungen speichern?</translation>
    </message>
    <message>
        <source>Unsaved changes will be lost.</source>
        <translation>Nicht gespeicherte Änderungen gehen verloren.</translation>
    </message>
    <message>
        <source>Open Pictures</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Place as Layer</source>
        <translation>Als Ebene platzieren</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>The file does not hold everything. Save a project to keep the rest.</source>
        <translation>Die Datei enthält nicht alles. Ein Projekt speichern, um den Rest zu behalten.</translation>
    </message>
    <message>
        <source>Export Picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Save “{name}” anyway?</source>
        <translation>„{name}“ trotzdem speichern?</translation>
    </message>
    <message>
        <source>Save Anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Pictures and projects</source>
        <translation>Bilder und Projekte</translation>
    </message>
    <message>
        <source>Import Checkpoints</source>
        <translation>Checkpoints importieren</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Replace “{name}”?</source>
        <translation>„{name}“ ersetzen?</translation>
    </message>
    <message>
        <source>There is already a file of this name in “{folder}”.</source>
        <translation>In „{folder}“ gibt es schon eine Datei mit diesem Namen.</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Ordner:</translation>
    </message>
    <message>
        <source>File type:</source>
        <translation>Dateityp:</translation>
    </message>
    <message>
        <source>OpenRaster project</source>
        <translation>OpenRaster-Projekt</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>JPEG image</source>
        <translation>JPEG-Bild</translation>
    </message>
    <message>
        <source>WebP image</source>
        <translation>WebP-Bild</translation>
    </message>
    <message>
        <source>TIFF image</source>
        <translation>TIFF-Bild</translation>
    </message>
    <message>
        <source>AVIF image</source>
        <translation>AVIF-Bild</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Clear List</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Layer name</source>
        <translation>Name der Ebene</translation>
    </message>
    <message>
        <source>Press Enter to rename the layer</source>
        <translation>Eingabe drücken, um die Ebene umzubenennen</translation>
    </message>
    <message>
        <source>{number}. {prompt}</source>
        <translation>{number}. {prompt}</translation>
    </message>
    <message>
        <source>layer “{name}”</source>
        <translation>Ebene „{name}“</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Blend mode</source>
        <translation>Mischmodus</translation>
    </message>
    <message>
        <source>Layer opacity</source>
        <translation>Deckkraft der Ebene</translation>
    </message>
    <message>
        <source>Recover Unsaved Work</source>
        <translation>Nicht gespeicherte Arbeit wiederherstellen</translation>
    </message>
    <message>
        <source>Unsaved pictures</source>
        <translation>Nicht gespeicherte Bilder</translation>
    </message>
    <message>
        <source>Pictures that were not saved when GLIDE Studio ended</source>
        <translation>Bilder, die nicht gespeichert waren, als GLIDE Studio beendet wurde</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Open this picture</source>
        <translation>Dieses Bild öffnen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete this picture for good</source>
        <translation>Dieses Bild endgültig löschen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Ask again the next time GLIDE Studio starts</source>
        <translation>Beim nächsten Start von GLIDE Studio wieder fragen</translation>
    </message>
    <message>
        <source>GLIDE Studio ended before these pictures were saved.</source>
        <translation>GLIDE Studio wurde beendet, bevor diese Bilder gespeichert waren.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Its unsaved work cannot be recovered later.</source>
        <translation>Nicht gespeicherte Arbeit darin lässt sich später nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Delete this picture for good?</source>
        <translation>Dieses Bild endgültig löschen?</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Untitled {number}</source>
        <translation>Unbenannt {number}</translation>
    </message>
    <message>
        <source>Text of the manual</source>
        <translation>Text des Handbuchs</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorherige Seite</translation>
    </message>
    <message>
        <source>List of all pages</source>
        <translation>Liste aller Seiten</translation>
    </message>
    <message>
        <source>Commands and shortcuts</source>
        <translation>Befehle und Tastenkürzel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>Kopie speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save what is shown as a new project file</source>
        <translation>Was zu sehen ist, als neue Projektdatei speichern</translation>
    </message>
    <message>
        <source>Open Page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Open the page of the download in your web browser</source>
        <translation>Die Seite mit dem Download im Webbrowser öffnen</translation>
    </message>
    <message>
        <source>What Generate will do</source>
        <translation>Was „Generieren“ tun wird</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Choose what Generate does, or let the picture decide</source>
        <translation>Wählen, was „Generieren“ tut, oder das Bild entscheiden lassen</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much may change: 1% changes hardly anything, 100% replaces the whole picture</source>
        <translation>Wie viel sich ändern darf: 1&#xa0;% ändert kaum etwas, 100&#xa0;% ersetzt das ganze Bild</translation>
    </message>
    <message>
        <source>Separate mask areas</source>
        <translation>Getrennte Maskenbereiche</translation>
    </message>
    <message>
        <source>Whether separate areas of the mask are filled in one run or one after the other</source>
        <translation>Ob getrennte Bereiche der Maske in einem Auftrag oder nacheinander gefüllt werden</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Einzeln nacheinander</translation>
    </message>
    <message>
        <source>Paint a mask over what should change</source>
        <translation>Maskieren, was sich ändern soll</translation>
    </message>
    <message>
        <source>Sketch {count} mask colours, one after the other</source>
        <translation>Skizze, {count} Maskenfarben nacheinander</translation>
    </message>
    <message>
        <source>Inpaint the {count} largest of {total} areas, one by one</source>
        <translation>Inpainting der {count} größten von {total} Bereichen, einzeln nacheinander</translation>
    </message>
    <message>
        <source>Inpaint {count} mask colours, one after the other</source>
        <translation>Inpainting von {count} Maskenfarben nacheinander</translation>
    </message>
    <message>
        <source>Inpaint the masked area</source>
        <translation>Inpainting des maskierten Bereichs</translation>
    </message>
    <message>
        <source>Outpaint the empty area</source>
        <translation>Outpainting des leeren Bereichs</translation>
    </message>
    <message>
        <source>Sketch, masked area</source>
        <translation>Skizze, maskierter Bereich</translation>
    </message>
    <message>
        <source>Sketch, whole picture</source>
        <translation>Skizze, ganzes Bild</translation>
    </message>
    <message>
        <source>Variation of the last result</source>
        <translation>Variation des letzten Ergebnisses</translation>
    </message>
    <message>
        <source>Upscale to {width} x {height}</source>
        <translation>Hochskalieren auf {width} x {height}</translation>
    </message>
    <message>
        <source>Upscale to {width} x {height}, in {tiles} tiles</source>
        <translation>Hochskalieren auf {width} x {height}, in {tiles} Kacheln</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>The network that CLIP guidance needs</source>
        <translation>Das Netz, das die CLIP-Führung braucht</translation>
    </message>
    <message>
        <source>Install From Folder…</source>
        <translation>Aus Ordner installieren&#xa0;…</translation>
    </message>
    <message>
        <source>Use files that were downloaded by hand</source>
        <translation>Dateien verwenden, die von Hand heruntergeladen wurden</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Überprüfen</translation>
    </message>
    <message>
        <source>Look for damaged files of this model</source>
        <translation>Nach beschädigten Dateien dieses Modells suchen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen&#xa0;…</translation>
    </message>
    <message>
        <source>Delete this model from the disk</source>
        <translation>Dieses Modell von der Festplatte löschen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Import checkpoints of GLIDE (.pt, .safetensors); they can also be dropped here</source>
        <translation>Checkpoints von GLIDE importieren (.pt, .safetensors); sie können auch hierher gezogen werden</translation>
    </message>
    <message>
        <source>{size} downloaded</source>
        <translation>{size} heruntergeladen</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Nicht installiert</translation>
    </message>
    <message>
        <source>{percent} done</source>
        <translation>{percent} erledigt</translation>
    </message>
    <message>
        <source>converting, {percent}</source>
        <translation>wird umgewandelt, {percent}</translation>
    </message>
    <message>
        <source>{received} of {total}</source>
        <translation>{received} von {total}</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>Part of GLIDE Studio</source>
        <translation>Teil von GLIDE Studio</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Progress of the work on models</source>
        <translation>Fortschritt der Arbeit an Modellen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The networks that generate pictures from text and enlarge them</source>
        <translation>Die Netze, die Bilder aus Text generieren und vergrößern</translation>
    </message>
    <message>
        <source>Text to image, sketch, upscale ({size})</source>
        <translation>Text zu Bild, Skizze, Hochskalieren ({size})</translation>
    </message>
    <message>
        <source>Inpaint and outpaint ({size})</source>
        <translation>Inpainting und Outpainting ({size})</translation>
    </message>
    <message>
        <source>The networks that repaint a masked area</source>
        <translation>Die Netze, die einen maskierten Bereich neu malen</translation>
    </message>
    <message>
        <source>CLIP guidance ({size})</source>
        <translation>CLIP-Führung ({size})</translation>
    </message>
    <message>
        <source>Download and convert the checked parts</source>
        <translation>Die angekreuzten Teile herunterladen und umwandeln</translation>
    </message>
    <message>
        <source>Work on models continues in the background</source>
        <translation>Die Arbeit an Modellen geht im Hintergrund weiter</translation>
    </message>
    <message>
        <source>What is being done with the models</source>
        <translation>Was gerade mit den Modellen geschieht</translation>
    </message>
    <message>
        <source>Pause the work, to continue it later</source>
        <translation>Die Arbeit anhalten, um sie später fortzusetzen</translation>
    </message>
    <message>
        <source>Cancel the work; unfinished downloads are kept</source>
        <translation>Die Arbeit abbrechen; unvollständige Downloads bleiben erhalten</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet&#xa0;…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Text to image</source>
        <translation>Text zu Bild</translation>
    </message>
    <message>
        <source>{name} ({number} of {count})</source>
        <translation>{name} ({number} von {count})</translation>
    </message>
    <message>
        <source>waiting for the server</source>
        <translation>wartet auf den Server</translation>
    </message>
    <message>
        <source>Inpaint</source>
        <translation>Inpainting</translation>
    </message>
    <message>
        <source>Outpaint</source>
        <translation>Outpainting</translation>
    </message>
    <message>
        <source>Text to image, {width} x {height}</source>
        <translation>Text zu Bild, {width} x {height}</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom in or out around the centre of the canvas</source>
        <translation>Um die Mitte der Leinwand hinein- oder herauszoomen</translation>
    </message>
    <message>
        <source>Zoom level</source>
        <translation>Zoomstufe</translation>
    </message>
    <message>
        <source>Drag to pan the canvas</source>
        <translation>Ziehen, um die Ansicht zu verschieben</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Palettes</source>
        <translation>Paletten</translation>
    </message>
    <message>
        <source>Click a colour to make it the foreground colour</source>
        <translation>Auf eine Farbe klicken, um sie zur Vordergrundfarbe zu machen</translation>
    </message>
    <message>
        <source>Add the foreground colour to the palette</source>
        <translation>Die Vordergrundfarbe zur Palette hinzufügen</translation>
    </message>
    <message>
        <source>Remove the selected colour from the palette</source>
        <translation>Die ausgewählte Farbe aus der Palette entfernen</translation>
    </message>
    <message>
        <source>Load or save a palette</source>
        <translation>Eine Palette laden oder speichern</translation>
    </message>
    <message>
        <source>Load Palette…</source>
        <translation>Palette laden&#xa0;…</translation>
    </message>
    <message>
        <source>Save Palette…</source>
        <translation>Palette speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Use Built-in Palette</source>
        <translation>Mitgelieferte Palette verwenden</translation>
    </message>
    <message>
        <source>Load Palette</source>
        <translation>Palette laden</translation>
    </message>
    <message>
        <source>Save Palette</source>
        <translation>Palette speichern</translation>
    </message>
    <message>
        <source>GIMP palettes (*.gpl)</source>
        <translation>GIMP-Paletten (*.gpl)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Oberfläche</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>It is kept beside the file, with “~” added to its name</source>
        <translation>Sie bleibt neben der Datei, mit einem „~“ am Ende des Namens</translation>
    </message>
    <message>
        <source>Exported pictures do not say where a photograph was taken</source>
        <translation>Exportierte Bilder enthalten nicht, wo ein Foto aufgenommen wurde</translation>
    </message>
    <message>
        <source>Follow system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>The colours of the interface</source>
        <translation>Die Farben der Oberfläche</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Changes are saved automatically</source>
        <translation>Änderungen werden automatisch gespeichert</translation>
    </message>
    <message>
        <source>The language of the interface</source>
        <translation>Die Sprache der Oberfläche</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Weights on the disk</source>
        <translation>Gewichte auf der Festplatte</translation>
    </message>
    <message>
        <source>Half precision takes half the space and rounds the weights</source>
        <translation>Halbe Genauigkeit braucht halb so viel Platz und rundet die Gewichte</translation>
    </message>
    <message>
        <source>Full (32 bits)</source>
        <translation>Voll (32 Bit)</translation>
    </message>
    <message>
        <source>Half (16 bits)</source>
        <translation>Halb (16 Bit)</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>A new name, or the name of a model without these networks</source>
        <translation>Ein neuer Name oder der Name eines Modells ohne diese Netze</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>Am schnellsten</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Automatic uses the fastest precision that is accurate on this computer</source>
        <translation>„Automatisch“ verwendet die schnellste Genauigkeit, die auf diesem Computer verlässlich rechnet</translation>
    </message>
    <message>
        <source>Older steps move to the disk; undoing to them takes a moment longer.</source>
        <translation>Ältere Schritte werden auf die Festplatte ausgelagert; zu ihnen zurückzukehren dauert einen Augenblick länger.</translation>
    </message>
    <message>
        <source>Memory for undo</source>
        <translation>Speicher für Rückgängig</translation>
    </message>
    <message>
        <source>How much memory the steps in the History panel may use</source>
        <translation>Wie viel Arbeitsspeicher die Schritte im Bedienfeld „Verlauf“ belegen dürfen</translation>
    </message>
    <message>
        <source> GB</source>
        <translation>&#xa0;GB</translation>
    </message>
    <message>
        <source>Servers to try first when downloading models: addresses separated by spaces</source>
        <translation>Server, die beim Herunterladen von Modellen zuerst versucht werden: Adressen, durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>Takes effect with the next picture.</source>
        <translation>Wirkt ab dem nächsten Bild.</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Berechnung</translation>
    </message>
    <message>
        <source>{name} (not found)</source>
        <translation>{name} (nicht gefunden)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>What computes the pictures; Automatic uses a graphics card if there is one</source>
        <translation>Womit die Bilder berechnet werden; „Automatisch“ verwendet eine Grafikkarte, wenn es eine gibt</translation>
    </message>
    <message>
        <source>Keep the previous version of saved files</source>
        <translation>Die vorige Version gespeicherter Dateien behalten</translation>
    </message>
    <message>
        <source>Remove the location from exports</source>
        <translation>Den Aufnahmeort aus Exporten entfernen</translation>
    </message>
    <message>
        <source>Use the desktop&apos;s file dialogs to open pictures</source>
        <translation>Bilder mit den Dateidialogen der Arbeitsumgebung öffnen</translation>
    </message>
    <message>
        <source>They show no previews of projects</source>
        <translation>Sie zeigen keine Vorschau von Projekten</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Paint until a pen is used</source>
        <translation>Malen, bis ein Stift benutzt wird</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Ansicht verschieben</translation>
    </message>
    <message>
        <source>One-finger touch</source>
        <translation>Ein Finger</translation>
    </message>
    <message>
        <source>What one finger does on a touch screen; two fingers always pan</source>
        <translation>Was ein Finger auf einem Touchscreen tut; zwei Finger verschieben immer die Ansicht</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>Berechnen auf</translation>
    </message>
    <message>
        <source>Where pictures are computed</source>
        <translation>Wo Bilder berechnet werden</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The name and the port of the cluster</source>
        <translation>Der Name und der Port des Clusters</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>The token that the cluster asks for</source>
        <translation>Das Token, das der Cluster verlangt</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>The file with the certificate of a cluster that no public authority vouches for</source>
        <translation>Die Datei mit dem Zertifikat eines Clusters, für den keine öffentliche Zertifizierungsstelle bürgt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The cluster must have the same version of GLIDE Studio and the model.</source>
        <translation>Der Cluster muss dieselbe Version von GLIDE Studio und das Modell haben.</translation>
    </message>
    <message>
        <source>It is kept in your settings, where your other programs can read it.</source>
        <translation>Es steht in den Einstellungen des Benutzers, wo auch andere Programme es lesen können.</translation>
    </message>
    <message>
        <source>Use this computer if the cluster cannot be reached</source>
        <translation>Diesen Computer benutzen, wenn der Cluster nicht erreichbar ist</translation>
    </message>
    <message>
        <source>Otherwise such a run fails, and can be retried in the queue</source>
        <translation>Sonst schlägt ein solcher Auftrag fehl und lässt sich in der Warteschlange erneut versuchen</translation>
    </message>
    <message>
        <source>Mirrors</source>
        <translation>Spiegelserver</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Never download anything; models can still be installed from a folder</source>
        <translation>Nie etwas herunterladen; Modelle lassen sich trotzdem aus einem Ordner installieren</translation>
    </message>
    <message>
        <source>Look for updates at every start</source>
        <translation>Bei jedem Start nach Updates suchen</translation>
    </message>
    <message>
        <source>This copy does not know where new versions are published</source>
        <translation>Diese Kopie weiß nicht, wo neue Versionen veröffentlicht werden</translation>
    </message>
    <message>
        <source>GLIDE Studio uses the network only to download models that you install, to look for updates if you want that, and for a cluster if you choose one.</source>
        <translation>GLIDE Studio benutzt das Netzwerk nur, um Modelle herunterzuladen, die installiert werden, auf Wunsch für die Suche nach Updates, und für einen Cluster, falls einer gewählt ist.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Text size as a percentage of the system&apos;s</source>
        <translation>Textgröße in Prozent der Textgröße des Systems</translation>
    </message>
    <message>
        <source>Pen Pressure</source>
        <translation>Stiftdruck</translation>
    </message>
    <message>
        <source>Pressure to size</source>
        <translation>Druck auf Größe</translation>
    </message>
    <message>
        <source>Pressure to opacity</source>
        <translation>Druck auf Deckkraft</translation>
    </message>
    <message>
        <source>Light pressure is on the left, full pressure on the right.</source>
        <translation>Links ist leichter Druck, rechts voller Druck.</translation>
    </message>
    <message>
        <source>Drag a point to move it, click to add one, press Delete to remove it; Page Up and Page Down select a point, arrow keys move it, Insert adds one</source>
        <translation>Ziehen verschiebt einen Punkt, ein Klick fügt einen hinzu, Entf entfernt ihn; Bild auf und Bild ab wählen einen Punkt aus, die Pfeiltasten verschieben ihn, Einfg fügt einen hinzu</translation>
    </message>
    <message>
        <source>Pressure has no effect</source>
        <translation>Druck hat keine Wirkung</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Proportional to the pressure</source>
        <translation>Proportional zum Druck</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>For a light hand</source>
        <translation>Für eine leichte Hand</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>For a heavy hand</source>
        <translation>Für eine schwere Hand</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} in der Warteschlange</translation>
    </message>
    <message>
        <source>Steps of the current stage</source>
        <translation>Schritte der laufenden Phase</translation>
    </message>
    <message>
        <source>Progress details</source>
        <translation>Einzelheiten des Fortschritts</translation>
    </message>
    <message>
        <source>Stage, step and time left</source>
        <translation>Phase, Schritt und verbleibende Zeit</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>Generieren</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>Hochskalieren</translation>
    </message>
    <message>
        <source>Upscaling tile by tile</source>
        <translation>Hochskalieren, Kachel für Kachel</translation>
    </message>
    <message>
        <source>Preparing the model…</source>
        <translation>Das Modell wird vorbereitet&#xa0;…</translation>
    </message>
    <message>
        <source>step {step} of {total}</source>
        <translation>Schritt {step} von {total}</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>about {duration} left</source>
        <translation>noch etwa {duration}</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number}&#xa0;GB</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>Describe what should appear</source>
        <translation>Beschreiben, was erscheinen soll</translation>
    </message>
    <message>
        <source>Describe what should appear, such as “{example}”</source>
        <translation>Beschreiben, was erscheinen soll, etwa „{example}“</translation>
    </message>
    <message>
        <source>Earlier prompts</source>
        <translation>Frühere Prompts</translation>
    </message>
    <message>
        <source>Search earlier prompts</source>
        <translation>Frühere Prompts durchsuchen</translation>
    </message>
    <message>
        <source>Words of the prompt, in any order</source>
        <translation>Wörter des Prompts, in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Show only favourites</source>
        <translation>Nur Favoriten anzeigen</translation>
    </message>
    <message>
        <source>Enter inserts a prompt, Ctrl+D makes it a favourite, Shift+Delete removes it</source>
        <translation>Eingabe fügt einen Prompt ein, Strg+D macht ihn zum Favoriten, Umschalt+Entf entfernt ihn</translation>
    </message>
    <message>
        <source>Ctrl+D: favourite · Shift+Delete: remove</source>
        <translation>Strg+D: Favorit · Umschalt+Entf: entfernen</translation>
    </message>
    <message>
        <source>{prompt}, favourite</source>
        <translation>{prompt}, Favorit</translation>
    </message>
    <message>
        <source>The recipe is in the Prompt panel: press Generate to run it.</source>
        <translation>Das Rezept steht im Bedienfeld „Prompt“: „Generieren“ führt es aus.</translation>
    </message>
    <message>
        <source>The recipe is in the Prompt panel, except: {missing}.</source>
        <translation>Das Rezept steht im Bedienfeld „Prompt“, ausgenommen: {missing}.</translation>
    </message>
    <message>
        <source>“{name}” contains no settings. Choose a picture that was generated.</source>
        <translation>„{name}“ enthält keine Einstellungen. Ein generiertes Bild wählen.</translation>
    </message>
    <message>
        <source>The settings of “{name}” cannot be used: {missing}.</source>
        <translation>Die Einstellungen von „{name}“ sind nicht verwendbar: {missing}.</translation>
    </message>
    <message>
        <source>The settings of “{name}” are in the panel.</source>
        <translation>Die Einstellungen von „{name}“ stehen im Bedienfeld.</translation>
    </message>
    <message>
        <source>The settings of “{name}” are in the panel, except: {missing}.</source>
        <translation>Die Einstellungen von „{name}“ stehen im Bedienfeld, außer: {missing}.</translation>
    </message>
    <message>
        <source>Cancel the current run and start the next in the queue</source>
        <translation>Den laufenden Auftrag abbrechen und den nächsten in der Warteschlange starten</translation>
    </message>
    <message>
        <source>What can it draw?</source>
        <translation>Was kann es malen?</translation>
    </message>
    <message>
        <source>Show all words that the model knows</source>
        <translation>Alle Wörter anzeigen, die das Modell kennt</translation>
    </message>
    <message>
        <source>When busy</source>
        <translation>Wenn ein Auftrag läuft</translation>
    </message>
    <message>
        <source>What Generate does while another run is in progress</source>
        <translation>Was „Generieren“ tut, während ein anderer Auftrag läuft</translation>
    </message>
    <message>
        <source>When busy: queue</source>
        <translation>Läuft ein Auftrag: einreihen</translation>
    </message>
    <message>
        <source>When busy: replace</source>
        <translation>Läuft ein Auftrag: ersetzen</translation>
    </message>
    <message>
        <source>Add to Queue</source>
        <translation>Einreihen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Negativer Prompt</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Edit styles</source>
        <translation>Stile bearbeiten</translation>
    </message>
    <message>
        <source>What to avoid (needs guidance above 1)</source>
        <translation>Was zu vermeiden ist (braucht eine Führung über 1)</translation>
    </message>
    <message>
        <source>Words added to the prompt</source>
        <translation>Wörter, die zum Prompt hinzukommen</translation>
    </message>
    <message>
        <source>Prompt length</source>
        <translation>Länge des Prompts</translation>
    </message>
    <message>
        <source>Number of tokens in the prompt, and how many the model reads</source>
        <translation>Anzahl der Token des Prompts, und wie viele das Modell liest</translation>
    </message>
    <message>
        <source>Favourite prompt</source>
        <translation>Prompt als Favorit</translation>
    </message>
    <message>
        <source>No style</source>
        <translation>Kein Stil</translation>
    </message>
    <message>
        <source>{tokens} of {limit} tokens</source>
        <translation>{tokens} von {limit} Token</translation>
    </message>
    <message>
        <source>{tokens} tokens, of which the model reads only the first {limit}</source>
        <translation>{tokens} Token, von denen das Modell nur die ersten {limit} liest</translation>
    </message>
    <message>
        <source>Drag a waiting run to reorder it, or press Alt+Up or Alt+Down; Delete removes or cancels a run, Enter retries a failed or cancelled one</source>
        <translation>Einen wartenden Auftrag ziehen, um ihn umzuordnen, oder Alt+Auf oder Alt+Ab drücken; Entf entfernt einen Auftrag oder bricht ihn ab, Eingabe versucht einen fehlgeschlagenen oder abgebrochenen erneut</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Remove or cancel</source>
        <translation>Entfernen oder abbrechen</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>{prompt}, generating</source>
        <translation>{prompt}, wird generiert</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Radius in pixels</source>
        <translation>Radius in Pixeln</translation>
    </message>
    <message>
        <source>Horizontal ruler</source>
        <translation>Horizontales Lineal</translation>
    </message>
    <message>
        <source>Vertical ruler</source>
        <translation>Vertikales Lineal</translation>
    </message>
    <message>
        <source>Drag from the ruler to add a guide, hold Ctrl and drag a guide to move it</source>
        <translation>Aus dem Lineal ziehen fügt eine Hilfslinie hinzu, Strg halten und eine Hilfslinie ziehen verschiebt sie</translation>
    </message>
    <message>
        <source>The view is rotated: the ruler measures from the edge of the picture</source>
        <translation>Die Ansicht ist gedreht: Das Lineal misst vom Rand des Bildes aus</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed and settings give the same picture; entering a seed locks it</source>
        <translation>Gleicher Startwert und gleiche Einstellungen ergeben das gleiche Bild; ein eingegebener Startwert wird gesperrt</translation>
    </message>
    <message>
        <source>Drag an edit to reorder it, or press Alt+Up or Alt+Down; Space hides or shows it, Delete deletes it</source>
        <translation>Eine Bearbeitung ziehen, um sie umzuordnen, oder Alt+Auf oder Alt+Ab drücken; die Leertaste blendet sie aus oder ein, Entf löscht sie</translation>
    </message>
    <message>
        <source>Pictures that you generate are listed here, to be run again with another prompt.</source>
        <translation>Hier stehen die generierten Bilder; mit einem anderen Prompt lassen sie sich erneut generieren.</translation>
    </message>
    <message>
        <source>Prompt of the edit</source>
        <translation>Prompt der Bearbeitung</translation>
    </message>
    <message>
        <source>What the edit should show when it runs again</source>
        <translation>Was die Bearbeitung zeigen soll, wenn sie erneut ausgeführt wird</translation>
    </message>
    <message>
        <source>Seed of the edit</source>
        <translation>Startwert der Bearbeitung</translation>
    </message>
    <message>
        <source>Another seed gives another picture</source>
        <translation>Ein anderer Startwert ergibt ein anderes Bild</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Zufälliger Startwert</translation>
    </message>
    <message>
        <source>Choose a new random seed</source>
        <translation>Einen neuen zufälligen Startwert wählen</translation>
    </message>
    <message>
        <source>Re-run</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Stop and leave the picture unchanged</source>
        <translation>Abbrechen und das Bild unverändert lassen</translation>
    </message>
    <message>
        <source>Re-runs too</source>
        <translation>Läuft mit</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Re-run {count} edits</source>
        <translation>{count} Bearbeitungen erneut ausführen</translation>
    </message>
    <message>
        <source>Cancel ({number} of {count})</source>
        <translation>Abbrechen ({number} von {count})</translation>
    </message>
    <message>
        <source>Lock seed</source>
        <translation>Startwert sperren</translation>
    </message>
    <message>
        <source>Lock this seed</source>
        <translation>Diesen Startwert sperren</translation>
    </message>
    <message>
        <source>Every run uses this seed; click to use random seeds</source>
        <translation>Jeder Auftrag benutzt diesen Startwert; klicken, um zufällige zu benutzen</translation>
    </message>
    <message>
        <source>Each run uses a new random seed; click to lock this one</source>
        <translation>Jeder Auftrag benutzt einen neuen zufälligen Startwert; klicken, um diesen zu sperren</translation>
    </message>
    <message>
        <source>New selection</source>
        <translation>Neue Auswahl</translation>
    </message>
    <message>
        <source>Add to the selection (Shift)</source>
        <translation>Zur Auswahl hinzufügen (Umschalt)</translation>
    </message>
    <message>
        <source>Subtract from the selection (Alt)</source>
        <translation>Von der Auswahl abziehen (Alt)</translation>
    </message>
    <message>
        <source>Keep only what is in both (Shift+Alt)</source>
        <translation>Nur behalten, was in beiden liegt (Umschalt+Alt)</translation>
    </message>
    <message>
        <source>How far the edge fades to either side, in picture pixels</source>
        <translation>Wie weit der Rand zu beiden Seiten ausläuft, in Bildpixeln</translation>
    </message>
    <message>
        <source>Anti-aliasing</source>
        <translation>Kantenglättung</translation>
    </message>
    <message>
        <source>Smooth the edge by partly masking the pixels that it crosses</source>
        <translation>Den Rand glätten, indem die Pixel, durch die er läuft, teilweise maskiert werden</translation>
    </message>
    <message>
        <source>How different selected colours may be: 0 selects one colour, 255 all</source>
        <translation>Wie verschieden ausgewählte Farben sein dürfen: 0 wählt eine Farbe aus, 255 alle</translation>
    </message>
    <message>
        <source>Colour tolerance</source>
        <translation>Farbtoleranz</translation>
    </message>
    <message>
        <source>Contiguous</source>
        <translation>Zusammenhängend</translation>
    </message>
    <message>
        <source>Select only pixels that are connected to the clicked one</source>
        <translation>Nur Pixel auswählen, die mit dem angeklickten zusammenhängen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Intersect</source>
        <translation>Schnittmenge</translation>
    </message>
    <message>
        <source>Feather in pixels</source>
        <translation>Weiche Kante in Pixeln</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>Weiche Kante</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>What the file cannot hold</source>
        <translation>Was die Datei nicht enthalten kann</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>The format of the file</source>
        <translation>Das Format der Datei</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Lower quality makes a smaller file</source>
        <translation>Geringere Qualität ergibt eine kleinere Datei</translation>
    </message>
    <message>
        <source>Lossless</source>
        <translation>Verlustfrei</translation>
    </message>
    <message>
        <source>Keep every pixel exactly</source>
        <translation>Jedes Pixel genau erhalten</translation>
    </message>
    <message>
        <source>Keep location</source>
        <translation>Aufnahmeort behalten</translation>
    </message>
    <message>
        <source>Keep where the photograph was taken in the file</source>
        <translation>In der Datei behalten, wo das Foto aufgenommen wurde</translation>
    </message>
    <message>
        <source>Choose a file and write it</source>
        <translation>Eine Datei wählen und schreiben</translation>
    </message>
    <message>
        <source>Encoding…</source>
        <translation>Wird kodiert&#xa0;…</translation>
    </message>
    <message>
        <source>{number} KB</source>
        <translation>{number}&#xa0;KB</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number}&#xa0;MB</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Show it on the canvas</source>
        <translation>Auf der Leinwand zeigen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all values</source>
        <translation>Alle Werte zurücksetzen</translation>
    </message>
    <message>
        <source>The exported picture at 100%; drag to see other parts</source>
        <translation>Das exportierte Bild bei 100&#xa0;%; ziehen, um andere Teile zu sehen</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Benutzerdefiniert</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>How closely to follow the prompt; higher values follow it more closely, with less variety</source>
        <translation>Wie genau dem Prompt gefolgt wird; höhere Werte folgen ihm genauer, mit weniger Vielfalt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Number of denoising steps; more steps take longer and give better results</source>
        <translation>Anzahl der Entrauschungsschritte; mehr Schritte dauern länger und liefern bessere Ergebnisse</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>CLIP guidance</source>
        <translation>CLIP-Führung</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>Anzahl der Bilder</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Draft is fastest, Fine gives the best results</source>
        <translation>„Entwurf“ ist am schnellsten, „Fein“ liefert die besten Ergebnisse</translation>
    </message>
    <message>
        <source>Method that turns noise into a picture</source>
        <translation>Verfahren, das aus Rauschen ein Bild macht</translation>
    </message>
    <message>
        <source>How strongly CLIP steers towards the prompt</source>
        <translation>Wie stark CLIP zum Prompt hin lenkt</translation>
    </message>
    <message>
        <source>Number of pictures to generate at once</source>
        <translation>Anzahl der Bilder, die auf einmal generiert werden</translation>
    </message>
    <message>
        <source>dynamic thresholding</source>
        <translation>dynamischer Schwellwert</translation>
    </message>
    <message>
        <source>the temperature of the upsampler</source>
        <translation>Temperatur des Upsamplers</translation>
    </message>
    <message>
        <source>leaving out the upsampler</source>
        <translation>Weglassen des Upsamplers</translation>
    </message>
    <message>
        <source>From Picture</source>
        <translation>Aus Bild</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>quality</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fein</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>A few letters of a command</source>
        <translation>Ein paar Buchstaben eines Befehls</translation>
    </message>
    <message>
        <source>Select the command to change</source>
        <translation>Den Befehl auswählen, der geändert werden soll</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>Neues Tastenkürzel</translation>
    </message>
    <message>
        <source>Press the new shortcut for the selected command</source>
        <translation>Das neue Tastenkürzel für den ausgewählten Befehl drücken</translation>
    </message>
    <message>
        <source>Remove the shortcut of the selected command</source>
        <translation>Das Tastenkürzel des ausgewählten Befehls entfernen</translation>
    </message>
    <message>
        <source>Restore the default shortcut of the selected command</source>
        <translation>Das Standardkürzel des ausgewählten Befehls wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the default shortcuts of all commands</source>
        <translation>Die Standardkürzel aller Befehle wiederherstellen</translation>
    </message>
    <message>
        <source>Problem with the new shortcut</source>
        <translation>Problem mit dem neuen Tastenkürzel</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Restore All Defaults</source>
        <translation>Alles auf Standard zurücksetzen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Change width and height together</source>
        <translation>Breite und Höhe gemeinsam ändern</translation>
    </message>
    <message>
        <source>{side} in pixels</source>
        <translation>{side} in Pixeln</translation>
    </message>
    <message>
        <source>{old_width} x {old_height} becomes {width} x {height} pixels.</source>
        <translation>Aus {old_width} x {old_height} werden {width} x {height} Pixel.</translation>
    </message>
    <message>
        <source>Image Size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Percentage of the current size</source>
        <translation>Prozent der jetzigen Größe</translation>
    </message>
    <message>
        <source>Constrain proportions</source>
        <translation>Seitenverhältnis beibehalten</translation>
    </message>
    <message>
        <source>New size</source>
        <translation>Neue Größe</translation>
    </message>
    <message>
        <source>New size in pixels</source>
        <translation>Neue Größe in Pixeln</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>Interpolation</translation>
    </message>
    <message>
        <source>Interpolation method</source>
        <translation>Interpolationsverfahren</translation>
    </message>
    <message>
        <source>Lanczos (sharp, for photographs)</source>
        <translation>Lanczos (scharf, für Fotos)</translation>
    </message>
    <message>
        <source>Bilinear (soft)</source>
        <translation>Bilinear (weich)</translation>
    </message>
    <message>
        <source>Nearest neighbour (hard edges, for pixel art)</source>
        <translation>Nächster Nachbar (harte Kanten, für Pixel-Art)</translation>
    </message>
    <message>
        <source>Canvas Size</source>
        <translation>Leinwandgröße</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>oben links</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>oben rechts</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>Anchor the picture at the {place}</source>
        <translation>Das Bild {place} verankern</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>in der Mitte</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>unten links</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>unten rechts</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>How to use the current tool</source>
        <translation>Wie das aktuelle Werkzeug benutzt wird</translation>
    </message>
    <message>
        <source>Width and height in pixels</source>
        <translation>Breite und Höhe in Pixeln</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Belegter Speicher</translation>
    </message>
    <message>
        <source>Memory of GLIDE Studio: {used} of the {total} of this computer ({device})</source>
        <translation>Speicher von GLIDE Studio: {used} von {total} dieses Computers ({device})</translation>
    </message>
    <message>
        <source>Memory of GLIDE Studio on the graphics card: {used} of the {total} of {device}</source>
        <translation>Speicher von GLIDE Studio auf der Grafikkarte: {used} von {total} von {device}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The model that generates the picture</source>
        <translation>Das Modell, mit dem das Bild generiert wird</translation>
    </message>
    <message>
        <source>Missing networks</source>
        <translation>Fehlende Netze</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Installieren&#xa0;…</translation>
    </message>
    <message>
        <source>Open the models, where the missing networks can be installed</source>
        <translation>Die Modelle öffnen, um die fehlenden Netze zu installieren</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modell: {name}</translation>
    </message>
    <message>
        <source>Inpainting needs the networks {names}, which are not installed.</source>
        <translation>Inpainting braucht die Netze {names}, die nicht installiert sind.</translation>
    </message>
    <message>
        <source>This mode needs the networks {names}, which are not installed.</source>
        <translation>Dieser Modus braucht die Netze {names}, die nicht installiert sind.</translation>
    </message>
    <message>
        <source>Model used for generating</source>
        <translation>Modell, mit dem generiert wird</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>Stile</translation>
    </message>
    <message>
        <source>The style to edit</source>
        <translation>Der Stil, der bearbeitet wird</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the style</source>
        <translation>Name des Stils</translation>
    </message>
    <message>
        <source>Words around {prompt}; without {prompt} they are added after the prompt</source>
        <translation>Wörter um {prompt} herum; ohne {prompt} werden sie hinter dem Prompt angefügt</translation>
    </message>
    <message>
        <source>Add a style</source>
        <translation>Einen Stil hinzufügen</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Before you use {name}</source>
        <translation>Vor der ersten Benutzung von {name}</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Folder With {files}</source>
        <translation>Ordner mit {files}</translation>
    </message>
    <message>
        <source>{size} are deleted from the disk. The next installation downloads them again.</source>
        <translation>{size} werden von der Festplatte gelöscht. Die nächste Installation lädt sie erneut herunter.</translation>
    </message>
    <message>
        <source>{size} are deleted from the disk, and runs that use the model are cancelled. Your pictures are kept.</source>
        <translation>{size} werden von der Festplatte gelöscht, und Aufträge, die das Modell benutzen, werden abgebrochen. Die Bilder bleiben erhalten.</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>{name} entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove this style</source>
        <translation>Diesen Stil entfernen</translation>
    </message>
    <message>
        <source>Example: a watercolour of {prompt}</source>
        <translation>Beispiel: a watercolour of {prompt}</translation>
    </message>
    <message>
        <source>New style</source>
        <translation>Neuer Stil</translation>
    </message>
    <message>
        <source>Use Settings From Picture</source>
        <translation>Einstellungen aus Bild übernehmen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Magic wand: click an area of similar colour; Shift adds, Alt subtracts</source>
        <translation>Zauberstab: Bereich anklicken; Umschalt fügt hinzu, Alt zieht ab</translation>
    </message>
    <message>
        <source>Colour range: click a colour or drag over several; Shift adds, Alt subtracts</source>
        <translation>Farbbereich: klicken oder ziehen; Umschalt fügt hinzu, Alt zieht ab</translation>
    </message>
    <message>
        <source>Colour range</source>
        <translation>Farbbereich</translation>
    </message>
    <message>
        <source>Colour brush: paints on a new layer; Alt picks a colour</source>
        <translation>Farbpinsel: malt auf eine neue Ebene; Alt nimmt eine Farbe auf</translation>
    </message>
    <message>
        <source>Layer mask of “{name}”: black hides, white shows, the eraser hides</source>
        <translation>Ebenenmaske von „{name}“: Schwarz blendet aus, Weiß zeigt, der Radierer blendet aus</translation>
    </message>
    <message>
        <source>Colour eraser: erases the layer “{name}”</source>
        <translation>Farbradierer: radiert auf der Ebene „{name}“</translation>
    </message>
    <message>
        <source>Colour brush: paints on the layer “{name}”; Alt picks a colour</source>
        <translation>Farbpinsel: malt auf „{name}“; Alt nimmt eine Farbe auf</translation>
    </message>
    <message>
        <source>Paint layer mask</source>
        <translation>Ebenenmaske malen</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>{shape}: drag from corner to corner; Shift adds, Alt subtracts</source>
        <translation>{shape}: von Ecke zu Ecke ziehen; Umschalt fügt hinzu, Alt zieht ab</translation>
    </message>
    <message>
        <source>Lasso: drag around the area to mask; Shift adds, Alt subtracts</source>
        <translation>Lasso: den Bereich umfahren; Umschalt fügt hinzu, Alt zieht ab</translation>
    </message>
    <message>
        <source>Polygon: click corners; Return closes it, Backspace removes the last one</source>
        <translation>Polygon: Ecken klicken; Eingabe schließt, Rücktaste löscht eine</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Unknown words</source>
        <translation>Unbekannte Wörter</translation>
    </message>
    <message>
        <source>Words that the model was not trained on have unpredictable effects</source>
        <translation>Wörter, mit denen das Modell nicht trainiert wurde, wirken unvorhersehbar</translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>„{word}“</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>The model does not know {words}.</source>
        <translation>Das Modell kennt {words} nicht.</translation>
    </message>
    <message>
        <source>The model does not know {words}; it can draw {nouns}</source>
        <translation>Das Modell kennt {words} nicht; malen kann es {nouns}</translation>
    </message>
    <message>
        <source>What the model can draw</source>
        <translation>Was das Modell malen kann</translation>
    </message>
    <message>
        <source>Search the words</source>
        <translation>Wörter durchsuchen</translation>
    </message>
    <message>
        <source>Type a part of a word, then press Return to add it to the prompt</source>
        <translation>Einen Teil eines Wortes eingeben, dann mit der Eingabetaste zum Prompt hinzufügen</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>Dinge</translation>
    </message>
    <message>
        <source>Gradient preview</source>
        <translation>Vorschau des Verlaufs</translation>
    </message>
    <message>
        <source>The gradient of the foreground and background colours</source>
        <translation>Der Verlauf der Vorder- und Hintergrundfarbe</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>How the colours run between both ends</source>
        <translation>Wie die Farben zwischen beiden Enden verlaufen</translation>
    </message>
    <message>
        <source>Reflected</source>
        <translation>Gespiegelt</translation>
    </message>
    <message>
        <source>Radial</source>
        <translation>Kreisförmig</translation>
    </message>
    <message>
        <source>Conical</source>
        <translation>Konisch</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>What the foreground colour runs to</source>
        <translation>Wohin die Vordergrundfarbe verläuft</translation>
    </message>
    <message>
        <source>To transparent</source>
        <translation>Zu Transparenz</translation>
    </message>
    <message>
        <source>To background</source>
        <translation>Zum Hintergrund</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>Swap both ends of the gradient</source>
        <translation>Beide Enden des Verlaufs vertauschen</translation>
    </message>
    <message>
        <source>Opacity of the gradient; 1 to 9 and 0 set it</source>
        <translation>Deckkraft des Verlaufs; 1 bis 9 und 0 stellen sie ein</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>No matching words.</source>
        <translation>Keine passenden Wörter.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Click a word to add it to the prompt</source>
        <translation>Auf ein Wort klicken, um es zum Prompt hinzuzufügen</translation>
    </message>
    <message>
        <source>Also understood</source>
        <translation>Wird auch verstanden</translation>
    </message>
    <message>
        <source>Add “{phrase}” to the prompt</source>
        <translation>„{phrase}“ zum Prompt hinzufügen</translation>
    </message>
    <message>
        <source>Drop a picture here, or paste it with {keys}</source>
        <translation>Ein Bild hierherziehen oder mit {keys} einfügen</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt benutzte Dateien</translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation>Beispielbilder</translation>
    </message>
    <message>
        <source>Example prompts</source>
        <translation>Beispielprompts</translation>
    </message>
    <message>
        <source>Paint a rough sketch, which becomes a picture</source>
        <translation>Eine grobe Skizze malen, aus der ein Bild wird</translation>
    </message>
    <message>
        <source>A cup of coffee</source>
        <translation>Eine Tasse Kaffee</translation>
    </message>
    <message>
        <source>A cat</source>
        <translation>Eine Katze</translation>
    </message>
    <message>
        <source>A rocket</source>
        <translation>Eine Rakete</translation>
    </message>
    <message>
        <source>Open a copy of this picture</source>
        <translation>Eine Kopie dieses Bildes öffnen</translation>
    </message>
    <message>
        <source>The included model is small and knows only a few words.</source>
        <translation>Das mitgelieferte Modell ist klein und kennt nur wenige Wörter.</translation>
    </message>
    <message>
        <source>Open the models, to install the one that GLIDE&apos;s authors released</source>
        <translation>Die Modelle öffnen, um das zu installieren, das die Autoren von GLIDE veröffentlicht haben</translation>
    </message>
    <message>
        <source>Get GLIDE&apos;s Model…</source>
        <translation>GLIDE-Modell holen&#xa0;…</translation>
    </message>
    <message>
        <source>Sketch, open or describe a picture</source>
        <translation>Ein Bild skizzieren, öffnen oder beschreiben</translation>
    </message>
    <message>
        <source>Generate this picture</source>
        <translation>Dieses Bild generieren</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Saving {name}…</source>
        <translation>{name} wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing is selected. Paint a mask over what should be removed, then try again.</source>
        <translation>Es ist nichts ausgewählt. Eine Maske über das malen, was entfernt werden soll, und es erneut versuchen.</translation>
    </message>
    <message>
        <source>Only the {count} largest of the {total} mask areas are filled; the others stay masked for the next run.</source>
        <translation>Nur die {count} größten der {total} Maskenbereiche werden gefüllt; die anderen bleiben für den nächsten Auftrag maskiert.</translation>
    </message>
    <message>
        <source>Generate a picture first; then you can compare it with another prompt.</source>
        <translation>Erst ein Bild generieren; dann lässt es sich mit einem anderen Prompt vergleichen.</translation>
    </message>
    <message>
        <source>Exported {name}.</source>
        <translation>{name} exportiert.</translation>
    </message>
    <message>
        <source>Exporting {name}…</source>
        <translation>{name} wird exportiert&#xa0;…</translation>
    </message>
    <message>
        <source>{name} is not saved.</source>
        <translation>{name} wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source> The open picture holds more than this file. Save a project to keep everything.</source>
        <translation> Das geöffnete Bild enthält mehr als diese Datei. Ein Projekt speichern, um alles zu behalten.</translation>
    </message>
    <message>
        <source> JPEG changes every pixel slightly; PNG keeps them exact.</source>
        <translation> JPEG verändert jedes Pixel ein wenig; PNG erhält sie genau.</translation>
    </message>
    <message>
        <source>Paint a mask over the part that should change, then generate.</source>
        <translation>Eine Maske über den Teil malen, der sich ändern soll, dann generieren.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other documents or programs, then try again.</source>
        <translation>Der Speicher reicht nicht. Andere Bilder oder Programme schließen und es dann erneut versuchen.</translation>
    </message>
    <message>
        <source>no details</source>
        <translation>keine Einzelheiten</translation>
    </message>
    <message>
        <source>Something went wrong: {detail} ({kind}).</source>
        <translation>Etwas ist schiefgegangen: {detail} ({kind}).</translation>
    </message>
    <message>
        <source>Extend canvas</source>
        <translation>Leinwand erweitern</translation>
    </message>
    <message>
        <source>Scale image</source>
        <translation>Bild skalieren</translation>
    </message>
    <message>
        <source>Rotate image</source>
        <translation>Bild drehen</translation>
    </message>
    <message>
        <source>Flip image</source>
        <translation>Bild spiegeln</translation>
    </message>
    <message>
        <source>A picture is being generated. Wait or cancel before changing the canvas.</source>
        <translation>Es wird gerade generiert. Warten oder abbrechen, bevor die Leinwand geändert wird.</translation>
    </message>
    <message>
        <source>New layer</source>
        <translation>Neue Ebene</translation>
    </message>
    <message>
        <source>Rename to {name}</source>
        <translation>In {name} umbenennen</translation>
    </message>
    <message>
        <source>Duplicate layer</source>
        <translation>Ebene duplizieren</translation>
    </message>
    <message>
        <source>Duplicate layers</source>
        <translation>Ebenen duplizieren</translation>
    </message>
    <message>
        <source>A picture needs at least one layer. Add another before you delete this one.</source>
        <translation>Ein Bild braucht mindestens eine Ebene. Erst eine andere hinzufügen, dann diese löschen.</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>{name} löschen</translation>
    </message>
    <message>
        <source>Delete layers</source>
        <translation>Ebenen löschen</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation>{name} ausblenden</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>{name} anzeigen</translation>
    </message>
    <message>
        <source>Unlock {name}</source>
        <translation>{name} entsperren</translation>
    </message>
    <message>
        <source>Lock {name}</source>
        <translation>{name} sperren</translation>
    </message>
    <message>
        <source>Lock alpha of {name}</source>
        <translation>Alpha von {name} sperren</translation>
    </message>
    <message>
        <source>Unlock alpha of {name}</source>
        <translation>Alpha von {name} entsperren</translation>
    </message>
    <message>
        <source>There is no layer below this one to clip it to.</source>
        <translation>Unter dieser Ebene ist keine, auf die sie beschnitten werden könnte.</translation>
    </message>
    <message>
        <source>Release {name}</source>
        <translation>Beschneiden von {name} aufheben</translation>
    </message>
    <message>
        <source>Clip {name}</source>
        <translation>{name} beschneiden</translation>
    </message>
    <message>
        <source>Fill layer mask</source>
        <translation>Ebenenmaske füllen</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Clear layer mask</source>
        <translation>Ebenenmaske leeren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Layer via copy</source>
        <translation>Ebene durch Kopieren</translation>
    </message>
    <message>
        <source>Nothing is selected. Select what you want to cut to a new layer.</source>
        <translation>Nichts ist ausgewählt. Auswählen, was in eine neue Ebene ausgeschnitten werden soll.</translation>
    </message>
    <message>
        <source>Layer via cut</source>
        <translation>Ebene durch Ausschneiden</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>{name} kopieren</translation>
    </message>
    <message>
        <source>“{name}” has no pixels to copy here.</source>
        <translation>„{name}“ hat hier keine Pixel zum Kopieren.</translation>
    </message>
    <message>
        <source>There are no pixels to copy here.</source>
        <translation>Hier gibt es keine Pixel zum Kopieren.</translation>
    </message>
    <message>
        <source>“{name}” is a group. Choose one of its layers to change pixels.</source>
        <translation>„{name}“ ist eine Gruppe. Eine ihrer Ebenen wählen, um Pixel zu ändern.</translation>
    </message>
    <message>
        <source>The alpha of “{name}” is locked. Unlock it with Layer &gt; Lock Alpha.</source>
        <translation>Das Alpha von „{name}“ ist gesperrt. Mit „Ebene &gt; Alpha sperren“ lässt es sich entsperren.</translation>
    </message>
    <message>
        <source>There is no layer below this one to merge with.</source>
        <translation>Unter dieser Ebene liegt keine, mit der sie vereint werden könnte.</translation>
    </message>
    <message>
        <source>Merging needs at least two visible layers.</source>
        <translation>Zum Vereinen braucht es mindestens zwei sichtbare Ebenen.</translation>
    </message>
    <message>
        <source>All layers are hidden. Show one before you flatten the picture.</source>
        <translation>Alle Ebenen sind ausgeblendet. Eine anzeigen, bevor das Bild zusammengefügt wird.</translation>
    </message>
    <message>
        <source>Flatten image</source>
        <translation>Bild zusammenfügen</translation>
    </message>
    <message>
        <source>Below is the group “{name}”. Merge the group first.</source>
        <translation>Darunter liegt die Gruppe „{name}“. Zuerst die Gruppe vereinen.</translation>
    </message>
    <message>
        <source>“{name}” is clipped and the layer above is not. Clip both or neither of them.</source>
        <translation>„{name}“ ist beschnitten, die Ebene darüber nicht. Beide beschneiden oder keine von beiden.</translation>
    </message>
    <message>
        <source>Merge group {name}</source>
        <translation>Gruppe {name} vereinen</translation>
    </message>
    <message>
        <source>Merge layers</source>
        <translation>Ebenen vereinen</translation>
    </message>
    <message>
        <source>“{name}” is locked. Click its lock to change it.</source>
        <translation>„{name}“ ist gesperrt. Auf das Schloss klicken, um die Ebene zu ändern.</translation>
    </message>
    <message>
        <source>“{name}” is hidden. Click its eye first.</source>
        <translation>„{name}“ ist ausgeblendet. Erst auf das Auge klicken.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>Ebene verschieben</translation>
    </message>
    <message>
        <source>Merge down</source>
        <translation>Nach unten vereinen</translation>
    </message>
    <message>
        <source>Merge visible</source>
        <translation>Sichtbare Ebenen vereinen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Deselect</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Invert selection</source>
        <translation>Auswahl umkehren</translation>
    </message>
    <message>
        <source>Reselect</source>
        <translation>Wieder auswählen</translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation>Maske vergrößern</translation>
    </message>
    <message>
        <source>Shrink mask</source>
        <translation>Maske verkleinern</translation>
    </message>
    <message>
        <source>Feather mask</source>
        <translation>Weiche Maskenkante</translation>
    </message>
    <message>
        <source>Smooth mask</source>
        <translation>Maske glätten</translation>
    </message>
    <message>
        <source>“{name}” has no pixels to select.</source>
        <translation>„{name}“ hat keine Pixel zum Auswählen.</translation>
    </message>
    <message>
        <source>Select layer pixels</source>
        <translation>Pixel der Ebene auswählen</translation>
    </message>
    <message>
        <source>Mask to layer alpha</source>
        <translation>Maske auf Alpha der Ebene anwenden</translation>
    </message>
    <message>
        <source>Import mask {name}</source>
        <translation>Maske {name} importieren</translation>
    </message>
    <message>
        <source>Saved the mask as {name}.</source>
        <translation>Maske als {name} gespeichert.</translation>
    </message>
    <message>
        <source>Add mask colour</source>
        <translation>Maskenfarbe hinzufügen</translation>
    </message>
    <message>
        <source>Remove mask colour</source>
        <translation>Maskenfarbe entfernen</translation>
    </message>
    <message>
        <source>The prompts cannot be saved: {reason}.</source>
        <translation>Die Prompts lassen sich nicht speichern: {reason}.</translation>
    </message>
    <message>
        <source>The remembered prompts cannot be read, and new ones will not be saved.</source>
        <translation>Die gespeicherten Prompts lassen sich nicht lesen, und neue werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>The file of remembered prompts is damaged and was renamed to {name}.</source>
        <translation>Die Datei der gespeicherten Prompts ist beschädigt und wurde in {name} umbenannt.</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Oil painting</source>
        <translation>Ölgemälde</translation>
    </message>
    <message>
        <source>Pencil drawing</source>
        <translation>Bleistiftzeichnung</translation>
    </message>
    <message>
        <source>{model} · loading…</source>
        <translation>{model} · wird geladen&#xa0;…</translation>
    </message>
    <message>
        <source>{model} · not loaded</source>
        <translation>{model} · nicht geladen</translation>
    </message>
    <message>
        <source>An upscaled picture cannot be varied: vary the picture it was made from.</source>
        <translation>Ein hochskaliertes Bild lässt sich nicht variieren: das Bild variieren, aus dem es entstanden ist.</translation>
    </message>
    <message>
        <source>The mask lies outside the candidate. Paint it on the candidate.</source>
        <translation>Die Maske liegt außerhalb des Kandidaten. Sie muss auf den Kandidaten gemalt werden.</translation>
    </message>
    <message>
        <source>Nothing is transparent: extend the canvas first.</source>
        <translation>Nichts ist transparent: erst die Leinwand erweitern.</translation>
    </message>
    <message>
        <source>There is nothing to start from yet: paint or open a picture first.</source>
        <translation>Es gibt noch nichts, wovon man ausgehen kann: erst malen oder ein Bild öffnen.</translation>
    </message>
    <message>
        <source>There is nothing to upscale yet: generate or open a picture first.</source>
        <translation>Es gibt noch nichts zum Hochskalieren: erst ein Bild generieren oder öffnen.</translation>
    </message>
    <message>
        <source>There is no result yet to vary: generate one first.</source>
        <translation>Noch gibt es kein Ergebnis zum Variieren: erst eines generieren.</translation>
    </message>
    <message>
        <source>This is not a GIMP palette: its first line is not “{header}”.</source>
        <translation>Das ist keine GIMP-Palette: Ihre erste Zeile ist nicht „{header}“.</translation>
    </message>
    <message>
        <source>This palette has {count} colours. At most {limit} are allowed.</source>
        <translation>Diese Palette hat {count} Farben. Höchstens {limit} sind erlaubt.</translation>
    </message>
    <message>
        <source>Line {number} of the palette is not a colour. Three numbers from 0 to 255 are expected.</source>
        <translation>Zeile {number} der Palette ist keine Farbe. Erwartet werden drei Zahlen von 0 bis 255.</translation>
    </message>
    <message>
        <source>“{name}” is too large for a palette.</source>
        <translation>„{name}“ ist zu groß für eine Palette.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>„{name}“ lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved: {reason}.</source>
        <translation>„{name}“ lässt sich nicht speichern: {reason}.</translation>
    </message>
    <message>
        <source>The mask is empty: paint over what should change.</source>
        <translation>Die Maske ist leer: übermalen, was sich ändern soll.</translation>
    </message>
    <message>
        <source>The sampler must be {others} or {last}.</source>
        <translation>Der Sampler muss {others} oder {last} sein.</translation>
    </message>
    <message>
        <source>The steps must be text such as “30” or “fast27”.</source>
        <translation>Die Schritte müssen Text sein, etwa „30“ oder „fast27“.</translation>
    </message>
    <message>
        <source>The steps in each section must be from 1 to {most}.</source>
        <translation>Die Schritte jedes Abschnitts müssen zwischen 1 und {most} liegen.</translation>
    </message>
    <message>
        <source>The steps must be from 1 to {most}.</source>
        <translation>Die Schritte müssen zwischen 1 und {most} liegen.</translation>
    </message>
    <message>
        <source>The steps must be a number such as “30”, a list such as “10,10,3,2,2”, “fast27”, “ddim50” or “logsnr15”.</source>
        <translation>Die Schritte müssen eine Zahl sein, etwa „30“, eine Liste, etwa „10,10,3,2,2“, oder „fast27“, „ddim50“ oder „logsnr15“.</translation>
    </message>
    <message>
        <source>The prompt contains invalid characters: retype it.</source>
        <translation>Der Prompt enthält ungültige Zeichen: ihn neu eingeben.</translation>
    </message>
    <message>
        <source>The negative prompt contains invalid characters: retype it.</source>
        <translation>Der negative Prompt enthält ungültige Zeichen: ihn neu eingeben.</translation>
    </message>
    <message>
        <source>The thresholding must be {first} or {second}.</source>
        <translation>Das Schwellwertverfahren muss {first} oder {second} sein.</translation>
    </message>
    <message>
        <source>The steps of {steps} cannot be spaced evenly: try ddim50 or {number}.</source>
        <translation>Die Schritte von {steps} lassen sich nicht gleichmäßig verteilen: ddim50 oder {number} versuchen.</translation>
    </message>
    <message>
        <source>The model must have a name.</source>
        <translation>Das Modell muss einen Namen haben.</translation>
    </message>
    <message>
        <source>The prompt must be text.</source>
        <translation>Der Prompt muss Text sein.</translation>
    </message>
    <message>
        <source>The negative prompt must be text.</source>
        <translation>Der negative Prompt muss Text sein.</translation>
    </message>
    <message>
        <source>The prompt is too long: keep it below {most} characters.</source>
        <translation>Der Prompt ist zu lang: unter {most} Zeichen bleiben.</translation>
    </message>
    <message>
        <source>The negative prompt is too long: keep it below {most} characters.</source>
        <translation>Der negative Prompt ist zu lang: unter {most} Zeichen bleiben.</translation>
    </message>
    <message>
        <source>The seed must be a whole number from 0 to {most}.</source>
        <translation>Der Startwert muss eine ganze Zahl von 0 bis {most} sein.</translation>
    </message>
    <message>
        <source>The number of pictures must be a whole number from 1 to {most}.</source>
        <translation>Die Anzahl der Bilder muss eine ganze Zahl von 1 bis {most} sein.</translation>
    </message>
    <message>
        <source>The guidance must be a number from 0 to {most:g}.</source>
        <translation>Die Führung muss eine Zahl von 0 bis {most:g} sein.</translation>
    </message>
    <message>
        <source>The CLIP guidance must be a number from 0 to {most:g}.</source>
        <translation>Die CLIP-Führung muss eine Zahl von 0 bis {most:g} sein.</translation>
    </message>
    <message>
        <source>The temperature must be a number from 0 to 2.</source>
        <translation>Die Temperatur muss eine Zahl von 0 bis 2 sein.</translation>
    </message>
    <message>
        <source>The picture must be a uint8 array of height x width x 3.</source>
        <translation>Das Bild muss ein uint8-Array von Höhe x Breite x 3 sein.</translation>
    </message>
    <message>
        <source>The mask must be a uint8 array of height x width.</source>
        <translation>Die Maske muss ein uint8-Array von Höhe x Breite sein.</translation>
    </message>
    <message>
        <source>The feather must be a whole number from 0 to {most}.</source>
        <translation>Die weiche Kante muss eine ganze Zahl von 0 bis {most} sein.</translation>
    </message>
    <message>
        <source>The strength must be a number from 0 to 1.</source>
        <translation>Die Stärke muss eine Zahl von 0 bis 1 sein.</translation>
    </message>
    <message>
        <source>The number of the picture must be below the size of its batch.</source>
        <translation>Die Nummer des Bildes muss kleiner als die Größe seines Stapels sein.</translation>
    </message>
    <message>
        <source>The picture to upscale must be as large as its region.</source>
        <translation>Das hochzuskalierende Bild muss so groß wie sein Bereich sein.</translation>
    </message>
    <message>
        <source>Pictures are upscaled one at a time, by the upsampler.</source>
        <translation>Bilder werden einzeln hochskaliert, vom Upsampler.</translation>
    </message>
    <message>
        <source>The mask must be as large as the edited region.</source>
        <translation>Die Maske muss so groß wie der bearbeitete Bereich sein.</translation>
    </message>
    <message>
        <source>The position of the edit must be whole numbers from -{most} to {most}.</source>
        <translation>Die Position der Bearbeitung muss aus ganzen Zahlen von -{most} bis {most} bestehen.</translation>
    </message>
    <message>
        <source>A branch continues from a single picture.</source>
        <translation>Eine Verzweigung geht von einem einzelnen Bild aus.</translation>
    </message>
    <message>
        <source>An upscaled picture has no steps to continue from.</source>
        <translation>Ein hochskaliertes Bild hat keine Schritte, von denen aus es weitergehen kann.</translation>
    </message>
    <message>
        <source>A branch keeps the model, the steps, the sampler and the region of its run.</source>
        <translation>Eine Verzweigung behält Modell, Schritte, Sampler und Bereich ihres Auftrags.</translation>
    </message>
    <message>
        <source>The saved request is damaged: generate the edit again.</source>
        <translation>Der gespeicherte Auftrag ist beschädigt: die Bearbeitung neu generieren.</translation>
    </message>
    <message>
        <source>The step to continue from must be a whole number from 1 to {most}.</source>
        <translation>Der Schritt, von dem aus es weitergeht, muss eine ganze Zahl von 1 bis {most} sein.</translation>
    </message>
    <message>
        <source>The guidance interval must be a first and a last timestep.</source>
        <translation>Der Bereich der Führung muss aus einem ersten und einem letzten Zeitschritt bestehen.</translation>
    </message>
    <message>
        <source>The timesteps of the guidance interval must be whole numbers from 0 to {most}.</source>
        <translation>Die Zeitschritte im Bereich der Führung müssen ganze Zahlen von 0 bis {most} sein.</translation>
    </message>
    <message>
        <source>The guidance interval must begin before it ends.</source>
        <translation>Der Bereich der Führung muss vor seinem Ende beginnen.</translation>
    </message>
    <message>
        <source>The picture must be square.</source>
        <translation>Das Bild muss quadratisch sein.</translation>
    </message>
    <message>
        <source>The size of the edit must be whole numbers from 1 to {most}.</source>
        <translation>Die Größe der Bearbeitung muss aus ganzen Zahlen von 1 bis {most} bestehen.</translation>
    </message>
    <message>
        <source>The edited region must be square.</source>
        <translation>Der bearbeitete Bereich muss quadratisch sein.</translation>
    </message>
    <message>
        <source>A branch keeps the strength of its run.</source>
        <translation>Eine Verzweigung behält die Stärke ihres Auftrags.</translation>
    </message>
    <message>
        <source>The prompt is empty: describe what you would like to see.</source>
        <translation>Der Prompt ist leer: beschreiben, was zu sehen sein soll.</translation>
    </message>
    <message>
        <source>A picture has at most {most} pixels a side: choose fewer.</source>
        <translation>Ein Bild hat höchstens {most} Pixel je Seite: weniger wählen.</translation>
    </message>
    <message>
        <source>A picture has at most {most} megapixels: choose a smaller size.</source>
        <translation>Ein Bild hat höchstens {most} Megapixel: eine kleinere Größe wählen.</translation>
    </message>
    <message>
        <source>Move: drag the selected layers, with Alt copies, or press arrow keys</source>
        <translation>Verschieben: die ausgewählten Ebenen ziehen, mit Alt Kopien, oder Pfeiltasten</translation>
    </message>
    <message>
        <source>Move: drag “{name}”, with Alt a copy, or press arrow keys</source>
        <translation>Verschieben: „{name}“ ziehen, mit Alt eine Kopie, oder Pfeiltasten</translation>
    </message>
    <message>
        <source>Move: drag what is selected of “{name}”, with Alt a copy</source>
        <translation>Verschieben: Auswahl in „{name}“ ziehen, mit Alt eine Kopie</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>{name} verschieben</translation>
    </message>
    <message>
        <source>Copy layers</source>
        <translation>Ebenen kopieren</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>The mask “{name}” is {width} x {height} pixels, but the picture is {picture_width} x {picture_height}. They must be the same size.</source>
        <translation>Die Maske „{name}“ hat {width} x {height} Pixel, das Bild aber {picture_width} x {picture_height}. Beide müssen gleich groß sein.</translation>
    </message>
    <message>
        <source>The mask “{name}” is empty. Make the area to repaint white.</source>
        <translation>Die Maske „{name}“ ist leer. Den Bereich weiß machen, der neu gemalt werden soll.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved. The file name of a mask must end in .png.</source>
        <translation>„{name}“ lässt sich nicht speichern. Der Dateiname einer Maske muss auf .png enden.</translation>
    </message>
    <message>
        <source>{format} files hold flat pictures: layers and edits are merged. Save a project too to keep them.</source>
        <translation>Eine {format}-Datei enthält ein flaches Bild: Ebenen und Bearbeitungen werden darin vereint. Auch ein Projekt speichern, um sie zu behalten.</translation>
    </message>
    <message>
        <source>{format} files cannot hold transparency: transparent areas become white. Save as PNG to keep them.</source>
        <translation>Eine {format}-Datei kann keine Transparenz enthalten: Transparente Bereiche werden weiß. Als PNG speichern, um sie zu behalten.</translation>
    </message>
    <message>
        <source>{format} files have too little room for all metadata of the picture. Save as PNG to keep it.</source>
        <translation>Eine {format}-Datei hat zu wenig Platz für alle Metadaten des Bildes. Als PNG speichern, um sie zu behalten.</translation>
    </message>
    <message>
        <source>{format} files cannot hold the IPTC fields of the picture, such as its caption and keywords. Save as PNG, JPEG or TIFF to keep them.</source>
        <translation>Eine {format}-Datei kann die IPTC-Felder des Bildes wie Beschreibung und Stichwörter nicht aufnehmen. Als PNG, JPEG oder TIFF speichern, um sie zu behalten.</translation>
    </message>
    <message>
        <source>{format} files cannot hold all comments and other texts of the picture. Save as PNG to keep them.</source>
        <translation>Eine {format}-Datei kann nicht alle Kommentare und anderen Texte des Bildes aufnehmen. Als PNG speichern, um sie zu behalten.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved. A {suffix} file is limited to {limit} pixels per side: use .png instead.</source>
        <translation>„{name}“ lässt sich nicht speichern. Eine {suffix}-Datei hat höchstens {limit} Pixel je Seite: stattdessen .png verwenden.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved. The file name must end in .png, .jpg, .webp, .tif or .avif.</source>
        <translation>„{name}“ kann nicht gespeichert werden. Der Dateiname muss auf .png, .jpg, .webp, .tif oder .avif enden.</translation>
    </message>
    <message>
        <source>“{name}” is a HEIC picture, which only opens with the Python package pillow-heif. Install that, or convert the picture to JPEG.</source>
        <translation>„{name}“ ist ein HEIC-Bild, das sich nur mit dem Python-Paket pillow-heif öffnen lässt. Dieses installieren oder das Bild in JPEG umwandeln.</translation>
    </message>
    <message>
        <source>“{name}” is a rare kind of TIFF that cannot be opened. Convert it to PNG in another program.</source>
        <translation>„{name}“ ist eine seltene Art von TIFF, die nicht geöffnet werden kann. In einem anderen Programm in PNG umwandeln.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture. Choose a PNG, JPEG, WebP, AVIF, GIF, BMP or TIFF file.</source>
        <translation>„{name}“ ist kein Bild. Eine PNG-, JPEG-, WebP-, AVIF-, GIF-, BMP- oder TIFF-Datei wählen.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or is not an OpenRaster file. Open a backup or another copy.</source>
        <translation>„{name}“ ist beschädigt oder keine OpenRaster-Datei. Eine Sicherung oder eine andere Kopie öffnen.</translation>
    </message>
    <message>
        <source>“{name}” is damaged. What could be read of it is open as a copy: save it under a new name.</source>
        <translation>„{name}“ ist beschädigt. Was davon zu lesen war, ist als Kopie geöffnet: unter einem neuen Namen speichern.</translation>
    </message>
    <message>
        <source>The positions, names, blend modes and edits of its layers are lost.</source>
        <translation>Positionen, Namen, Mischmodi und Bearbeitungen seiner Ebenen sind verloren.</translation>
    </message>
    <message>
        <source>Damaged or missing layers are left out: {names}.</source>
        <translation>Beschädigte oder fehlende Ebenen sind weggelassen: {names}.</translation>
    </message>
    <message>
        <source>Its end is missing: there may have been edits, a mask, guides and a colour profile.</source>
        <translation>Das Ende der Datei fehlt: Dort standen vielleicht Bearbeitungen, eine Maske, Hilfslinien und ein Farbprofil.</translation>
    </message>
    <message>
        <source>“{name}” was saved by a newer version of GLIDE Studio. Update GLIDE Studio to open it.</source>
        <translation>„{name}“ wurde mit einer neueren Version von GLIDE Studio gespeichert. Zum Öffnen GLIDE Studio aktualisieren.</translation>
    </message>
    <message>
        <source>A part of “{name}” is damaged: its edits are ordinary layers.</source>
        <translation>Ein Teil von „{name}“ ist beschädigt: Die Bearbeitungen sind gewöhnliche Ebenen.</translation>
    </message>
    <message>
        <source>The mask of “{name}” is damaged: it is empty.</source>
        <translation>Die Maske von „{name}“ ist beschädigt: Sie ist leer.</translation>
    </message>
    <message>
        <source>The layers of “{name}” have more than {limit} megapixels together. Scale the picture down in the program that made it.</source>
        <translation>Die Ebenen von „{name}“ haben zusammen mehr als {limit} Megapixel. Das Bild in dem Programm verkleinern, mit dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>“{name}” blends its layers in ways that GLIDE Studio does not support. The top layer shows the picture as it was; the layers are hidden below it.</source>
        <translation>„{name}“ mischt seine Ebenen auf eine Weise, die GLIDE Studio nicht unterstützt. Die oberste Ebene zeigt das Bild, wie es war; die Ebenen liegen ausgeblendet darunter.</translation>
    </message>
    <message>
        <source>“{name}” has more than {limit} megapixels. Scale it down first.</source>
        <translation>„{name}“ hat mehr als {limit} Megapixel. Das Bild erst verkleinern.</translation>
    </message>
    <message>
        <source>“{name}” contains files that are not kept when saving.</source>
        <translation>„{name}“ enthält Dateien, die beim Speichern nicht erhalten bleiben.</translation>
    </message>
    <message>
        <source>Some blend modes of “{name}” are unknown: their layers are shown as Normal.</source>
        <translation>Einige Mischmodi von „{name}“ sind unbekannt: Die betreffenden Ebenen werden als „Normal“ angezeigt.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete. Get a new copy of it.</source>
        <translation>„{name}“ ist beschädigt oder unvollständig. Eine neue Kopie besorgen.</translation>
    </message>
    <message>
        <source>“{name}” has more than {limit} pixels on a side. Scale it down first.</source>
        <translation>„{name}“ hat mehr als {limit} Pixel auf einer Seite. Das Bild erst verkleinern.</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened ({reason}). Choose another file.</source>
        <translation>„{name}“ lässt sich nicht öffnen ({reason}). Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>There is not enough memory to open “{name}”. Close other documents or programs, then try again.</source>
        <translation>Der Speicher reicht nicht, um „{name}“ zu öffnen. Andere Bilder oder Programme schließen und es dann erneut versuchen.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose a picture in it.</source>
        <translation>„{name}“ ist ein Ordner. Ein Bild darin wählen.</translation>
    </message>
    <message>
        <source>“{name}” is not a file. Choose a picture.</source>
        <translation>„{name}“ ist keine Datei. Ein Bild wählen.</translation>
    </message>
    <message>
        <source>“{path}” does not exist. Check its name and folder.</source>
        <translation>„{path}“ gibt es nicht. Name und Ordner prüfen.</translation>
    </message>
    <message>
        <source>“{name}” is a CMYK picture. It is edited and saved as sRGB.</source>
        <translation>„{name}“ ist ein CMYK-Bild. Es wird als sRGB bearbeitet und gespeichert.</translation>
    </message>
    <message>
        <source>“{name}” contains more metadata than is kept when saving. Save under another name to keep the original.</source>
        <translation>„{name}“ enthält mehr Metadaten, als beim Speichern erhalten bleiben. Unter einem anderen Namen speichern, um das Original zu behalten.</translation>
    </message>
    <message>
        <source>The colour profile of “{name}” is damaged. The colours are read as sRGB.</source>
        <translation>Das Farbprofil von „{name}“ ist beschädigt. Die Farben werden als sRGB gelesen.</translation>
    </message>
    <message>
        <source>“{name}” has the colours of a video or of HDR, which are not supported. Convert it to sRGB in another program.</source>
        <translation>„{name}“ hat Farben für Video oder HDR, die nicht unterstützt werden. In einem anderen Programm in sRGB umwandeln.</translation>
    </message>
    <message>
        <source>“{name}” has a gamma or primaries of its own. It is edited and saved as sRGB.</source>
        <translation>„{name}“ hat ein eigenes Gamma oder eigene Grundfarben. Es wird als sRGB bearbeitet und gespeichert.</translation>
    </message>
    <message>
        <source>“{name}” is a greyscale picture with a colour profile. It is edited and saved as sRGB.</source>
        <translation>„{name}“ ist ein Graustufenbild mit Farbprofil. Es wird als sRGB bearbeitet und gespeichert.</translation>
    </message>
    <message>
        <source>“{name}” has {count} frames or pages, and only the first is shown. Save under another name to keep the others.</source>
        <translation>„{name}“ hat {count} Einzelbilder oder Seiten, von denen nur das erste zu sehen ist. Unter einem anderen Namen speichern, um die übrigen zu behalten.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or is not a Photoshop file. Open a backup or another copy.</source>
        <translation>„{name}“ ist beschädigt oder keine Photoshop-Datei. Eine Sicherung oder eine andere Kopie öffnen.</translation>
    </message>
    <message>
        <source>“{name}” is a multichannel picture, which cannot be opened. Convert it to RGB in Photoshop.</source>
        <translation>„{name}“ ist ein Mehrkanalbild, das nicht geöffnet werden kann. Es in Photoshop in RGB umwandeln.</translation>
    </message>
    <message>
        <source>The layers of “{name}” cannot be read: it is opened as one layer, as Photoshop shows it.</source>
        <translation>Die Ebenen von „{name}“ sind nicht lesbar: Das Bild wird als eine Ebene geöffnet, so wie Photoshop es zeigt.</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file, which can be opened but not saved. Save it as an OpenRaster file to keep its layers.</source>
        <translation>„{name}“ ist eine Photoshop-Datei, die geöffnet, aber nicht gespeichert werden kann. Als OpenRaster-Datei speichern, um die Ebenen zu behalten.</translation>
    </message>
    <message>
        <source>“{name}” has {bits} bits per channel, and is edited and saved with 8. Save under another name to keep the original.</source>
        <translation>„{name}“ hat {bits} Bit je Kanal und wird mit 8 bearbeitet und gespeichert. Unter einem anderen Namen speichern, um das Original zu behalten.</translation>
    </message>
    <message>
        <source>“{name}” is not an RGB picture. It is edited and saved as sRGB.</source>
        <translation>„{name}“ ist kein RGB-Bild. Es wird als sRGB bearbeitet und gespeichert.</translation>
    </message>
    <message>
        <source>Adjustment layers in “{name}” are not supported: they are left out.</source>
        <translation>Einstellungsebenen in „{name}“ werden nicht unterstützt und weggelassen.</translation>
    </message>
    <message>
        <source>The layer “{name}” is damaged: it is left out.</source>
        <translation>Die Ebene „{name}“ ist beschädigt und wird weggelassen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a file. Choose another name.</source>
        <translation>„{name}“ kann kein Dateiname sein. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>“{name}” is not a file. Choose another name.</source>
        <translation>„{name}“ ist keine Datei. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>“{name}” is write-protected. Save under another name, or allow changes to the file.</source>
        <translation>„{name}“ ist schreibgeschützt. Unter einem anderen Namen speichern oder Änderungen an der Datei erlauben.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose another name.</source>
        <translation>„{name}“ ist ein Ordner. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>“{name}” is open in another program. Close it there, or choose another name.</source>
        <translation>„{name}“ ist in einem anderen Programm geöffnet. Dort schließen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The folder “{folder}” does not exist. Choose another one.</source>
        <translation>Den Ordner „{folder}“ gibt es nicht. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>The folder “{folder}” is read-only. Choose another one.</source>
        <translation>Der Ordner „{folder}“ ist schreibgeschützt. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>There is not enough disk space for “{name}”. Free some space or save elsewhere.</source>
        <translation>Für „{name}“ ist nicht genug Speicherplatz frei. Platz schaffen oder anderswo speichern.</translation>
    </message>
    <message>
        <source>The name “{name}” is too long. Choose a shorter one.</source>
        <translation>Der Name „{name}“ ist zu lang. Einen kürzeren wählen.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved ({reason}). Try another folder.</source>
        <translation>„{name}“ konnte nicht gespeichert werden ({reason}). Einen anderen Ordner versuchen.</translation>
    </message>
    <message>
        <source>The model {name} cannot do this. Choose another model.</source>
        <translation>Das Modell {name} kann das nicht. Ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The model {name} does not work with {sampler}. Choose another sampler.</source>
        <translation>Das Modell {name} arbeitet nicht mit {sampler}. Einen anderen Sampler wählen.</translation>
    </message>
    <message>
        <source>The model {name} has no CLIP. Set CLIP guidance to 0.</source>
        <translation>Das Modell {name} hat kein CLIP. CLIP-Führung auf 0 setzen.</translation>
    </message>
    <message>
        <source>The picture is too large to upscale. Crop it to {side} x {side}.</source>
        <translation>Das Bild ist zu groß zum Hochskalieren. Es auf {side} x {side} zuschneiden.</translation>
    </message>
    <message>
        <source>The picture must be {side} x {side} pixels for this model.</source>
        <translation>Für dieses Modell muss das Bild {side} x {side} Pixel haben.</translation>
    </message>
    <message>
        <source>The model {name} cannot inpaint without these networks: {names}. Install or import them with Edit &gt; Models, or choose another model.</source>
        <translation>Das Modell {name} kann ohne diese Netze kein Inpainting: {names}. Sie mit „Bearbeiten &gt; Modelle“ installieren oder importieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The model {name} cannot do this without these networks: {names}. Install or import them with Edit &gt; Models, or choose another model.</source>
        <translation>Das Modell {name} kann das ohne diese Netze nicht: {names}. Sie mit „Bearbeiten &gt; Modelle“ installieren oder importieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>There is no model “{name}”. No model is installed.</source>
        <translation>Es gibt kein Modell „{name}“. Es ist kein Modell installiert.</translation>
    </message>
    <message>
        <source>There is no model “{name}”. Installed models: {known}.</source>
        <translation>Es gibt kein Modell „{name}“. Installierte Modelle: {known}.</translation>
    </message>
    <message>
        <source>The word lists in the prompt expand to too much text. Use fewer at once.</source>
        <translation>Die Wortlisten im Prompt ergeben zu viel Text. Weniger auf einmal verwenden.</translation>
    </message>
    <message>
        <source>The word list “{name}” refers to itself.</source>
        <translation>Die Wortliste „{name}“ verweist auf sich selbst.</translation>
    </message>
    <message>
        <source>{name} is not a noised CLIP or is damaged.</source>
        <translation>{name} ist kein mit Rauschen trainiertes CLIP oder ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>{name} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{name} is not a GLIDE network or is damaged.</source>
        <translation>{name} ist kein GLIDE-Netz oder ist beschädigt.</translation>
    </message>
    <message>
        <source>The model file {path} does not exist.</source>
        <translation>Die Modelldatei {path} gibt es nicht.</translation>
    </message>
    <message>
        <source>{name} contains more than tensors and is not loaded.</source>
        <translation>{name} enthält mehr als Tensoren und wird nicht geladen.</translation>
    </message>
    <message>
        <source>The model file {path} cannot be read: {reason}.</source>
        <translation>Die Modelldatei {path} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>The model {name} cannot inpaint. Choose another model.</source>
        <translation>Das Modell {name} kann kein Inpainting. Ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The canvas was cropped or resized after this run was queued. Undo that to use it.</source>
        <translation>Die Leinwand wurde zugeschnitten oder in der Größe geändert, nachdem dieser Auftrag in die Warteschlange kam. Das rückgängig machen, um ihn zu verwenden.</translation>
    </message>
    <message>
        <source>“{name}” is an ordinary layer now. Undo to restore its edit.</source>
        <translation>„{name}“ ist jetzt eine gewöhnliche Ebene. „Rückgängig“ stellt die Bearbeitung wieder her.</translation>
    </message>
    <message>
        <source>Paint mask</source>
        <translation>Maske malen</translation>
    </message>
    <message>
        <source>This candidate is part of the document. Use Undo to remove it.</source>
        <translation>Dieser Kandidat gehört schon zum Dokument. „Rückgängig“ entfernt ihn.</translation>
    </message>
    <message>
        <source>Upscaled picture</source>
        <translation>Hochskaliertes Bild</translation>
    </message>
    <message>
        <source>There is no word list “{name}”.</source>
        <translation>Es gibt keine Wortliste „{name}“.</translation>
    </message>
    <message>
        <source>There is no word list “{name}”. Put a file {file} into {folder}.</source>
        <translation>Es gibt keine Wortliste „{name}“. Eine Datei {file} in {folder} legen.</translation>
    </message>
    <message>
        <source>The word list {path} is too long. Split it.</source>
        <translation>Die Wortliste {path} ist zu lang. Sie in mehrere aufteilen.</translation>
    </message>
    <message>
        <source>The word list {path} is not a text file.</source>
        <translation>Die Wortliste {path} ist keine Textdatei.</translation>
    </message>
    <message>
        <source>The word list {path} is empty.</source>
        <translation>Die Wortliste {path} ist leer.</translation>
    </message>
    <message>
        <source>{keys} is already used by “{command}”.</source>
        <translation>{keys} ist schon für „{command}“ vergeben.</translation>
    </message>
    <message>
        <source>The candidate is being prepared. Wait until it is shown.</source>
        <translation>Der Kandidat wird vorbereitet. Warten, bis er angezeigt wird.</translation>
    </message>
    <message>
        <source>The recipe is copied. Open another picture and paste it there.</source>
        <translation>Das Rezept ist kopiert. Ein anderes Bild öffnen und es dort einfügen.</translation>
    </message>
    <message>
        <source>There is no recipe on the clipboard. Copy one first.</source>
        <translation>In der Zwischenablage ist kein Rezept. Zuerst eines kopieren.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>Import Mask</source>
        <translation>Maske importieren</translation>
    </message>
    <message>
        <source>Export Mask</source>
        <translation>Maske exportieren</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Mask Colour</source>
        <translation>Maskenfarbe</translation>
    </message>
    <message>
        <source>Drag a layer to reorder it, or press Alt+Up or Alt+Down; double-click to rename it, Space to hide or show it, Delete to delete it; Ctrl+click its thumbnail to select its pixels</source>
        <translation>Eine Ebene ziehen, um sie umzuordnen, oder Alt+Auf oder Alt+Ab drücken; doppelklicken, um sie umzubenennen, Leertaste, um sie aus- oder einzublenden, Entf, um sie zu löschen; Strg+Klick auf ihr Vorschaubild, um ihre Pixel auszuwählen</translation>
    </message>
    <message>
        <source>More layer commands</source>
        <translation>Weitere Ebenenbefehle</translation>
    </message>
    <message>
        <source>How the active layer blends with those below</source>
        <translation>Wie sich die aktive Ebene mit denen darunter mischt</translation>
    </message>
    <message>
        <source>Opacity of the active layer</source>
        <translation>Deckkraft der aktiven Ebene</translation>
    </message>
    <message>
        <source>Pass through</source>
        <translation>Hindurchwirken</translation>
    </message>
    <message>
        <source>Mask display</source>
        <translation>Darstellung der Maske</translation>
    </message>
    <message>
        <source>How the mask is displayed</source>
        <translation>Wie die Maske dargestellt wird</translation>
    </message>
    <message>
        <source>Possible problems</source>
        <translation>Mögliche Probleme</translation>
    </message>
    <message>
        <source>What may go wrong, and why</source>
        <translation>Was schiefgehen kann, und warum</translation>
    </message>
    <message>
        <source>The model {model} is not installed or cannot be loaded.</source>
        <translation>Das Modell {model} ist nicht installiert oder lässt sich nicht laden.</translation>
    </message>
    <message>
        <source>The mask is too weak to be repainted: less than 50%.</source>
        <translation>Die Maske ist zu schwach, um neu gemalt zu werden: unter 50&#xa0;%.</translation>
    </message>
    <message>
        <source>less than 1%</source>
        <translation>weniger als 1&#xa0;%</translation>
    </message>
    <message>
        <source>The mask fills only {percent} of what the model sees and may be ignored. Paint a larger or rounder area.</source>
        <translation>Die Maske füllt nur {percent} dessen, was das Modell sieht, und wird vielleicht übersehen. Einen größeren oder runderen Bereich malen.</translation>
    </message>
    <message>
        <source>Eyedropper: click to pick a colour</source>
        <translation>Farbpipette: klicken, um eine Farbe aufzunehmen</translation>
    </message>
    <message>
        <source>“{prompt}” is finished.</source>
        <translation>„{prompt}“ ist fertig.</translation>
    </message>
    <message>
        <source>{count} runs are finished.</source>
        <translation>{count} Aufträge sind fertig.</translation>
    </message>
    <message>
        <source>{count} runs are finished, {failed} failed.</source>
        <translation>{count} Aufträge sind fertig, {failed} fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Crop: drag the edges, outwards to extend; Return crops, Esc cancels</source>
        <translation>Zuschneiden: Ränder ziehen, auch nach außen; Eingabe schneidet zu</translation>
    </message>
    <message>
        <source>This unsaved picture is damaged, or another program has it open. It stays in the list.</source>
        <translation>Dieses ungespeicherte Bild ist beschädigt oder in einem anderen Programm geöffnet. Es bleibt in der Liste.</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program since it was opened. Saving replaces these changes.</source>
        <translation>„{name}“ wurde seit dem Öffnen von einem anderen Programm geändert. Beim Speichern werden diese Änderungen ersetzt.</translation>
    </message>
    <message>
        <source>“{name}” is a project despite its name. Saving replaces its layers and edits by a flat picture. Save under a name that ends in {suffix} to keep them.</source>
        <translation>„{name}“ ist trotz des Namens ein Projekt. Beim Speichern ersetzt ein flaches Bild dessen Ebenen und Bearbeitungen. Unter einem Namen speichern, der auf {suffix} endet, um sie zu behalten.</translation>
    </message>
    <message>
        <source>“{name}” is a hard link: the same file under its other names changes too.</source>
        <translation>„{name}“ ist ein harter Link: Dieselbe Datei ändert sich auch unter ihren anderen Namen.</translation>
    </message>
    <message>
        <source>Layers of “{name}” reach past the edge of the picture; these parts are cut off.</source>
        <translation>Ebenen von „{name}“ reichen über den Bildrand hinaus; diese Teile werden abgeschnitten.</translation>
    </message>
    <message>
        <source>The layer “{name}” is not a PNG file: it is left out.</source>
        <translation>Die Ebene „{name}“ ist keine PNG-Datei und wird weggelassen.</translation>
    </message>
    <message>
        <source>The layer mask of “{name}” is damaged: what it hid is lost.</source>
        <translation>Die Ebenenmaske von „{name}“ ist beschädigt: Was sie ausblendete, ist verloren.</translation>
    </message>
    <message>
        <source>The edit of “{name}” is damaged: it is an ordinary layer now.</source>
        <translation>Die Bearbeitung von „{name}“ ist beschädigt und jetzt eine gewöhnliche Ebene.</translation>
    </message>
    <message>
        <source>This step of the history is damaged and cannot be shown. Choose another step in the History panel.</source>
        <translation>Dieser Schritt des Verlaufs ist beschädigt und lässt sich nicht anzeigen. Im Bedienfeld „Verlauf“ einen anderen Schritt wählen.</translation>
    </message>
    <message>
        <source>Autosave works again.</source>
        <translation>Das automatische Speichern funktioniert wieder.</translation>
    </message>
    <message>
        <source>Autosave does not work at the moment: save your work yourself.</source>
        <translation>Das automatische Speichern funktioniert zurzeit nicht: Die Arbeit selbst speichern.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be written to ({reason}).</source>
        <translation>In den Ordner „{folder}“ kann nicht geschrieben werden ({reason}).</translation>
    </message>
    <message>
        <source>Content Credentials describe a generated edit, and need the AI label. Export the picture without them.</source>
        <translation>Content Credentials beschreiben eine generierte Bearbeitung und brauchen die KI-Kennzeichnung. Das Bild ohne sie exportieren.</translation>
    </message>
    <message>
        <source>Content Credentials need the Python package c2pa-python. Install that, or export without them.</source>
        <translation>Content Credentials brauchen das Python-Paket c2pa-python. Dieses installieren oder ohne sie exportieren.</translation>
    </message>
    <message>
        <source>The certificate “{path}” cannot be used. Delete this file, and export again to make a new one.</source>
        <translation>Das Zertifikat „{path}“ ist nicht verwendbar. Diese Datei löschen und noch einmal exportieren, um ein neues zu erstellen.</translation>
    </message>
    <message>
        <source>the text, which is too long</source>
        <translation>der Text, der zu lang ist</translation>
    </message>
    <message>
        <source>what another program calls {names}</source>
        <translation>was ein anderes Programm {names} nennt</translation>
    </message>
    <message>
        <source>the end of the prompt, after {most} characters</source>
        <translation>das Ende des Prompts, nach {most} Zeichen</translation>
    </message>
    <message>
        <source>the model {model}</source>
        <translation>das Modell {model}</translation>
    </message>
    <message>
        <source>the schedule {schedule}</source>
        <translation>der Schrittplan {schedule}</translation>
    </message>
    <message>
        <source>the sampler {sampler}</source>
        <translation>der Sampler {sampler}</translation>
    </message>
    <message>
        <source>{name} “{value}”</source>
        <translation>{name} „{value}“</translation>
    </message>
    <message>
        <source>{name} {value} (limited to {used})</source>
        <translation>{name} {value} (auf {used} begrenzt)</translation>
    </message>
    <message>
        <source>the exact settings, which are damaged</source>
        <translation>die genauen Einstellungen, die beschädigt sind</translation>
    </message>
    <message>
        <source>The graphics card cannot hold the model: the processor is used instead.</source>
        <translation>Die Grafikkarte hat nicht genug Speicher für das Modell: Stattdessen rechnet der Prozessor.</translation>
    </message>
    <message>
        <source>The preferred device {name} cannot hold the model: {used} is used instead.</source>
        <translation>Das bevorzugte Gerät {name} hat nicht genug Speicher für das Modell: Stattdessen wird {used} verwendet.</translation>
    </message>
    <message>
        <source>The preferred device {name} is not available: {used} is used instead.</source>
        <translation>Das bevorzugte Gerät {name} ist nicht verfügbar: Stattdessen wird {used} verwendet.</translation>
    </message>
    <message>
        <source>There is not enough memory: the run starts again with half precision.</source>
        <translation>Der Speicher reicht nicht: Der Auftrag beginnt mit halber Genauigkeit von vorn.</translation>
    </message>
    <message>
        <source>The graphics card does not have enough memory: the run starts again on the processor, which takes longer.</source>
        <translation>Die Grafikkarte hat nicht genug Speicher: Der Auftrag beginnt auf dem Prozessor von vorn, was länger dauert.</translation>
    </message>
    <message>
        <source>The graphics card no longer answers: the run starts again on the processor, which takes longer. Restart GLIDE Studio to use the graphics card again.</source>
        <translation>Die Grafikkarte antwortet nicht mehr: Der Auftrag beginnt auf dem Prozessor von vorn, was länger dauert. GLIDE Studio neu starten, um die Grafikkarte wieder zu verwenden.</translation>
    </message>
    <message>
        <source>There is not enough memory for this run. Close other programs or documents, then try again.</source>
        <translation>Der Speicher reicht für diesen Auftrag nicht. Andere Programme oder Bilder schließen und es dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The graphics card no longer answers. Restart GLIDE Studio, then try again.</source>
        <translation>Die Grafikkarte antwortet nicht mehr. GLIDE Studio neu starten und es dann erneut versuchen.</translation>
    </message>
    <message>
        <source>There is not enough memory: the pictures are computed in smaller parts, which takes longer but changes nothing.</source>
        <translation>Der Speicher reicht nicht: Die Bilder werden in kleineren Teilen berechnet, was länger dauert, aber nichts an ihnen ändert.</translation>
    </message>
    <message>
        <source>A step produced unusable values: it is computed again with full precision.</source>
        <translation>Ein Schritt ergab unbrauchbare Werte: Er wird mit voller Genauigkeit neu berechnet.</translation>
    </message>
    <message>
        <source>The model produces no usable values for this request. Try another prompt, seed or guidance, or reinstall the model.</source>
        <translation>Das Modell liefert für diesen Auftrag keine brauchbaren Werte. Einen anderen Prompt, einen anderen Startwert oder eine andere Führung versuchen oder das Modell neu installieren.</translation>
    </message>
    <message>
        <source>The engine stopped and was restarted: the run starts again.</source>
        <translation>Die Bildberechnung brach ab und wurde neu gestartet: Der Auftrag beginnt von vorn.</translation>
    </message>
    <message>
        <source>The engine stopped ({reason}). Retry the run in the queue.</source>
        <translation>Die Bildberechnung brach ab ({reason}). Den Auftrag in der Warteschlange erneut versuchen.</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (Kopie)</translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>A copy is saved as {name}.</source>
        <translation>Eine Kopie ist als {name} gespeichert.</translation>
    </message>
    <message>
        <source>The run cannot be continued from this step. Choose an earlier one.</source>
        <translation>Von diesem Schritt aus lässt sich der Auftrag nicht fortsetzen. Einen früheren wählen.</translation>
    </message>
    <message>
        <source>How well the pictures match the prompt cannot be measured.</source>
        <translation>Wie gut die Bilder zum Prompt passen, lässt sich nicht messen.</translation>
    </message>
    <message>
        <source>The prompt is too long for the model: it does not read “{words}”.</source>
        <translation>Der Prompt ist zu lang für das Modell: „{words}“ liest es nicht.</translation>
    </message>
    <message>
        <source>Upscaling does not use the negative prompt.</source>
        <translation>Beim Hochskalieren wird der negative Prompt nicht verwendet.</translation>
    </message>
    <message>
        <source>The negative prompt has no effect. Raise the guidance above 1 to use it.</source>
        <translation>Der negative Prompt hat keine Wirkung. Die Führung auf mehr als 1 erhöhen, um ihn zu verwenden.</translation>
    </message>
    <message>
        <source>The negative prompt is too long for the model: it does not read “{words}”.</source>
        <translation>Der negative Prompt ist zu lang für das Modell: „{words}“ liest es nicht.</translation>
    </message>
    <message>
        <source>“{name}” is a LoRA, which changes another model. GLIDE Studio reads whole GLIDE checkpoints.</source>
        <translation>„{name}“ ist ein LoRA, das ein anderes Modell verändert. GLIDE Studio liest ganze Checkpoints von GLIDE.</translation>
    </message>
    <message>
        <source>“{name}” is a checkpoint of another model, {kind}. GLIDE Studio reads GLIDE checkpoints.</source>
        <translation>„{name}“ ist ein Checkpoint eines anderen Modells, {kind}. GLIDE Studio liest Checkpoints von GLIDE.</translation>
    </message>
    <message>
        <source>“{name}” is a diffusion network that reads no text. GLIDE Studio reads GLIDE checkpoints.</source>
        <translation>„{name}“ ist ein Diffusionsnetz, das keinen Text liest. GLIDE Studio liest Checkpoints von GLIDE.</translation>
    </message>
    <message>
        <source>“{name}” is a program for PyTorch (TorchScript), as OpenAI&apos;s CLIP is published, and is not run. GLIDE Studio reads GLIDE checkpoints.</source>
        <translation>„{name}“ ist ein Programm für PyTorch (TorchScript), wie CLIP von OpenAI veröffentlicht wird, und wird nicht ausgeführt. GLIDE Studio liest Checkpoints von GLIDE.</translation>
    </message>
    <message>
        <source>“{name}” is in the tar format of early PyTorch versions, which is not supported. Load and save it with a newer PyTorch first.</source>
        <translation>„{name}“ ist im tar-Format früher PyTorch-Versionen, das nicht unterstützt wird. Die Datei zuerst mit einem neueren PyTorch laden und speichern.</translation>
    </message>
    <message>
        <source>“{name}” is neither a file of PyTorch nor a safetensors file.</source>
        <translation>„{name}“ ist weder eine Datei von PyTorch noch eine safetensors-Datei.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose the files in it.</source>
        <translation>„{name}“ ist ein Ordner. Die Dateien darin wählen.</translation>
    </message>
    <message>
        <source>“{name}” contains more than tensors, which could run code, and is not loaded. Get it as a safetensors file.</source>
        <translation>„{name}“ enthält mehr als Tensoren, was Code ausführen könnte, und wird nicht geladen. Es als safetensors-Datei beschaffen.</translation>
    </message>
    <message>
        <source>“{name}” contains no tensors with names.</source>
        <translation>„{name}“ enthält keine Tensoren mit Namen.</translation>
    </message>
    <message>
        <source>“{name}” is not loaded: {parameter} contains integers or complex numbers, as in a quantized model. Get the model in 16 or 32 bits.</source>
        <translation>„{name}“ wird nicht geladen: {parameter} hat ganze oder komplexe Zahlen wie ein quantisiertes Modell. Das Modell mit 16 oder 32 Bit besorgen.</translation>
    </message>
    <message>
        <source>“{first}” and “{second}” are the same network of GLIDE.</source>
        <translation>„{first}“ und „{second}“ sind dasselbe Netz von GLIDE.</translation>
    </message>
    <message>
        <source>“{name}” is one of the two encoders of GLIDE&apos;s CLIP. Import both of them together.</source>
        <translation>„{name}“ ist einer der beiden Encoder des CLIP von GLIDE. Beide zusammen importieren.</translation>
    </message>
    <message>
        <source>“{name}” has weights too large for half precision. Import it in full precision.</source>
        <translation>„{name}“ hat Gewichte, die für halbe Genauigkeit zu groß sind. Die Datei in voller Genauigkeit importieren.</translation>
    </message>
    <message>
        <source>“{name}” is damaged: {parameter} has values that are not numbers.</source>
        <translation>„{name}“ ist beschädigt: {parameter} hat Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>“{name}” has parameters named as GLIDE&apos;s, but no GLIDE network has their sizes.</source>
        <translation>„{name}“ hat Parameter mit Namen wie bei GLIDE, aber kein Netz von GLIDE hat ihre Größen.</translation>
    </message>
    <message>
        <source>“{name}” is not a checkpoint of GLIDE or of any other model that GLIDE Studio knows.</source>
        <translation>„{name}“ ist kein Checkpoint von GLIDE oder von einem anderen Modell, das GLIDE Studio kennt.</translation>
    </message>
    <message>
        <source>The two encoders of CLIP do not belong together: their sizes differ.</source>
        <translation>Die beiden Encoder von CLIP gehören nicht zusammen: Ihre Größen sind verschieden.</translation>
    </message>
    <message>
        <source>“{name}” is an incomplete checkpoint of GLIDE: {parameter} is missing.</source>
        <translation>„{name}“ ist ein unvollständiger Checkpoint von GLIDE: {parameter} fehlt.</translation>
    </message>
    <message>
        <source>“{name}” does not fit GLIDE: {parameter} is {found} instead of {expected}.</source>
        <translation>„{name}“ passt nicht zu GLIDE: {parameter} ist {found} statt {expected}.</translation>
    </message>
    <message>
        <source>The networks that OpenAI released in 2021, trained on photographs without people</source>
        <translation>Die Netze, die OpenAI 2021 veröffentlicht hat, trainiert mit Fotos ohne Menschen</translation>
    </message>
    <message>
        <source>GLIDE (filtered) was trained on pictures from the internet, from which people, violence and symbols of hate were removed as far as that was possible.</source>
        <translation>GLIDE (filtered) wurde mit Bildern aus dem Internet trainiert, aus denen Menschen, Gewalt und Hasssymbole entfernt wurden, soweit das möglich war.</translation>
    </message>
    <message>
        <source>It draws people badly or not at all, and may still make something offensive; what it draws repeats the prejudices of its pictures, most of all with CLIP guidance.</source>
        <translation>Es zeichnet Menschen schlecht oder gar nicht und kann trotzdem Anstößiges hervorbringen; was es zeichnet, wiederholt die Vorurteile seiner Bilder, am stärksten mit CLIP-Führung.</translation>
    </message>
    <message>
        <source>Its authors released it for research. Do not use it to deceive or to harm others, and say so where a photograph has been edited.</source>
        <translation>Seine Autoren haben es für die Forschung veröffentlicht. Es nicht benutzen, um andere zu täuschen oder ihnen zu schaden, und dazusagen, wo ein Foto bearbeitet wurde.</translation>
    </message>
    <message>
        <source>The code was published by OpenAI under the MIT licence. Their model card: {card}</source>
        <translation>Der Code wurde von OpenAI unter der MIT-Lizenz veröffentlicht. Beschreibung des Modells: {card}</translation>
    </message>
    <message>
        <source>The server {host} does not answer as it should: {reason}. Try again later; what was received is kept.</source>
        <translation>Der Server {host} antwortet nicht, wie er sollte: {reason}. Es später noch einmal versuchen; was empfangen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server {host} has a different file from the one that was verified.</source>
        <translation>Der Server {host} hat eine andere Datei als die, die überprüft wurde.</translation>
    </message>
    <message>
        <source>The server {host} sent a damaged or incomplete file.</source>
        <translation>Der Server {host} hat eine beschädigte oder unvollständige Datei gesendet.</translation>
    </message>
    <message>
        <source>The address {url} does not work.</source>
        <translation>Die Adresse {url} funktioniert nicht.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written: {reason}.</source>
        <translation>Die Datei {path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The proxy in the system&apos;s settings cannot be used: {reason}.</source>
        <translation>Der Proxy aus den Systemeinstellungen kann nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
        <source>The server {host} cannot be reached. Check the internet connection, then try again.</source>
        <translation>Der Server {host} ist nicht erreichbar. Die Internetverbindung prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The server {host} stopped sending. Try again later; what was received is kept.</source>
        <translation>Der Server {host} hat aufgehört zu senden. Später erneut versuchen; das Empfangene bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server {host} sends a much longer file.</source>
        <translation>Der Server {host} sendet eine viel längere Datei.</translation>
    </message>
    <message>
        <source>The server {host} sends the file in another form.</source>
        <translation>Der Server {host} sendet die Datei in anderer Form.</translation>
    </message>
    <message>
        <source>The server {host} leads to an address that is not secure.</source>
        <translation>Der Server {host} führt zu einer Adresse, die nicht sicher ist.</translation>
    </message>
    <message>
        <source>The server {host} is overloaded (status {status}). Try again later; what was received is kept.</source>
        <translation>Der Server {host} ist überlastet (Status {status}). Später erneut versuchen; das Empfangene bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server {host} refuses to send the file (status {status}).</source>
        <translation>Der Server {host} verweigert die Datei (Status {status}).</translation>
    </message>
    <message>
        <source>The server {host} does not have the file (status {status}).</source>
        <translation>Der Server {host} hat die Datei nicht (Status {status}).</translation>
    </message>
    <message>
        <source>The server {host} sent a web page instead of the file. Perhaps this network wants you to log in first.</source>
        <translation>Der Server {host} hat statt der Datei eine Webseite gesendet. Vielleicht verlangt dieses Netzwerk zuerst eine Anmeldung.</translation>
    </message>
    <message>
        <source>GLIDE Studio works offline. Allow downloads in the preferences, or install from a folder.</source>
        <translation>GLIDE Studio arbeitet offline. Downloads in den Einstellungen erlauben oder aus einem Ordner installieren.</translation>
    </message>
    <message>
        <source>“{name}” is not in {folder}.</source>
        <translation>„{name}“ ist nicht in {folder}.</translation>
    </message>
    <message>
        <source>“{name}” contains a different network of GLIDE than expected.</source>
        <translation>„{name}“ enthält ein anderes Netz von GLIDE als erwartet.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a model. Use letters, digits, spaces and hyphens.</source>
        <translation>„{name}“ kann nicht der Name eines Modells sein. Buchstaben, Ziffern, Leerzeichen und Bindestriche benutzen.</translation>
    </message>
    <message>
        <source>Another GLIDE Studio is installing a model. Wait until it has finished.</source>
        <translation>Ein anderes GLIDE Studio installiert gerade ein Modell. Warten, bis es fertig ist.</translation>
    </message>
    <message>
        <source>The folder of models {folder} cannot be changed: {reason}.</source>
        <translation>Der Modellordner {folder} kann nicht geändert werden: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is part of the program. Choose another name for the model.</source>
        <translation>„{name}“ gehört zum Programm. Einen anderen Namen für das Modell wählen.</translation>
    </message>
    <message>
        <source>“{name}” already has the network {network}. Choose another name.</source>
        <translation>„{name}“ hat das Netz {network} bereits. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>“{name}” is part of the program and cannot be removed.</source>
        <translation>„{name}“ gehört zum Programm und kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>“{name}” is part of the program: there is nothing to verify.</source>
        <translation>„{name}“ gehört zum Programm: Es gibt nichts zu überprüfen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be removed while it is in use: {reason}. End the runs that use it, then try again.</source>
        <translation>„{name}“ kann nicht entfernt werden, solange es benutzt wird: {reason}. Die Aufträge beenden, die es benutzen, und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>“{name}” is installed.</source>
        <translation>„{name}“ ist installiert.</translation>
    </message>
    <message>
        <source>“{name}” is imported.</source>
        <translation>„{name}“ ist importiert.</translation>
    </message>
    <message>
        <source>“{name}” was damaged. These networks were removed. Install them again: {networks}.</source>
        <translation>„{name}“ war beschädigt. Diese Netze wurden entfernt. Sie neu installieren: {networks}.</translation>
    </message>
    <message>
        <source>“{name}” is undamaged.</source>
        <translation>„{name}“ ist unbeschädigt.</translation>
    </message>
    <message>
        <source>The unfinished downloads of “{name}” are deleted.</source>
        <translation>Die unvollständigen Downloads von „{name}“ sind gelöscht.</translation>
    </message>
    <message>
        <source>Another model is being changed. Wait until that is finished.</source>
        <translation>Ein anderes Modell wird gerade geändert. Warten, bis das fertig ist.</translation>
    </message>
    <message>
        <source>The engine is still loading. Try again in a moment.</source>
        <translation>Die Bildberechnung wird noch geladen. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>“{name}” is removed.</source>
        <translation>„{name}“ ist entfernt.</translation>
    </message>
    <message>
        <source>This computer has no device {name}. Use {known} or auto.</source>
        <translation>Dieser Computer hat kein Gerät {name}. {known} oder auto verwenden.</translation>
    </message>
    <message>
        <source>The pixel lock refused this edit: it would change {count} pixels outside its mask. Save your work and report this.</source>
        <translation>Die Pixelsperre hat diese Bearbeitung abgelehnt: Sie würde {count} Pixel außerhalb ihrer Maske ändern. Die Arbeit speichern und diesen Fehler melden.</translation>
    </message>
    <message>
        <source>Mask from matte</source>
        <translation>Maske aus Freistellung</translation>
    </message>
    <message>
        <source>Matte from mask</source>
        <translation>Freistellung aus Maske</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Überblendung</translation>
    </message>
    <message>
        <source>Paint a mask over the part that should change, then draw drafts.</source>
        <translation>Eine Maske auf den Teil malen, der sich ändern soll, dann Entwürfe zeichnen.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Press Enter or double-click to give a draft a star, Delete to reject it</source>
        <translation>Eingabe drücken oder doppelklicken gibt einem Entwurf einen Stern, Entf verwirft ihn</translation>
    </message>
    <message>
        <source>Drafts of the prompt appear here.</source>
        <translation>Entwürfe zum Prompt erscheinen hier.</translation>
    </message>
    <message>
        <source>Seed {seed}</source>
        <translation>Startwert {seed}</translation>
    </message>
    <message>
        <source>prompt match {match}</source>
        <translation>Übereinstimmung mit dem Prompt {match}</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>Opacity of the live picture</source>
        <translation>Deckkraft des Live-Bilds</translation>
    </message>
    <message>
        <source>Opacity of the live picture over your own picture</source>
        <translation>Deckkraft des Live-Bilds über dem eigenen Bild</translation>
    </message>
    <message>
        <source>Live starts when there is a picture and a prompt.</source>
        <translation>„Live“ startet, sobald es ein Bild und einen Prompt gibt.</translation>
    </message>
    <message>
        <source>What Live is waiting for</source>
        <translation>Worauf Live wartet</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Show the picture that was predicted at each step of the run</source>
        <translation>Das Bild anzeigen, das bei jedem Schritt des Auftrags vorhergesagt wurde</translation>
    </message>
    <message>
        <source>“{name}” lies outside the picture. Undo the crop to run it again.</source>
        <translation>„{name}“ liegt außerhalb des Bildes. Das Zuschneiden rückgängig machen, um die Bearbeitung erneut auszuführen.</translation>
    </message>
    <message>
        <source>Paste recipe</source>
        <translation>Rezept einfügen</translation>
    </message>
    <message>
        <source>Open a picture first, then paste the recipe.</source>
        <translation>Zuerst ein Bild öffnen, dann das Rezept einfügen.</translation>
    </message>
    <message>
        <source>The edit did not change.</source>
        <translation>Die Bearbeitung hat sich nicht geändert.</translation>
    </message>
    <message>
        <source>“{name}” is locked: unlock it to run it again.</source>
        <translation>„{name}“ ist gesperrt: die Ebene entsperren, um die Bearbeitung erneut auszuführen.</translation>
    </message>
    <message>
        <source>Re-run {name}</source>
        <translation>{name} erneut ausführen</translation>
    </message>
    <message>
        <source>The edits were changed while they were running again, so the picture was left unchanged. Run them again.</source>
        <translation>Die Bearbeitungen wurden geändert, während sie erneut ausgeführt wurden; das Bild blieb deshalb unverändert. Sie noch einmal ausführen.</translation>
    </message>
    <message>
        <source>A project file holds at most {limit} layers. Merge some layers before you save.</source>
        <translation>Eine Projektdatei enthält höchstens {limit} Ebenen. Vor dem Speichern einige Ebenen vereinen.</translation>
    </message>
    <message>
        <source>Measuring how precisely this device computes {name}, once, before the first picture. With a large model, this takes a minute or more.</source>
        <translation>Einmalig, vor dem ersten Bild, wird gemessen, wie genau dieses Gerät {name} berechnet. Bei einem großen Modell dauert das eine Minute oder länger.</translation>
    </message>
    <message>
        <source>Move model frame</source>
        <translation>Modellrahmen verschieben</translation>
    </message>
    <message>
        <source>Fit model frame</source>
        <translation>Modellrahmen einpassen</translation>
    </message>
    <message>
        <source>What the base network sees</source>
        <translation>Was das Basisnetz sieht</translation>
    </message>
    <message>
        <source>What the upsampler sees</source>
        <translation>Was der Upsampler sieht</translation>
    </message>
    <message>
        <source>Paint a mask to see what the model sees of the picture.</source>
        <translation>Eine Maske malen, um zu sehen, was das Modell vom Bild sieht.</translation>
    </message>
    <message>
        <source>How many cells of its grid the model repaints</source>
        <translation>Wie viele Felder seines Rasters das Modell neu malt</translation>
    </message>
    <message>
        <source>Fit to Mask</source>
        <translation>An Maske anpassen</translation>
    </message>
    <message>
        <source>The prompt as the model reads it, token by token</source>
        <translation>Der Prompt, wie ihn das Modell liest, Token für Token</translation>
    </message>
    <message>
        <source>{width} x {height}</source>
        <translation>{width} x {height}</translation>
    </message>
    <message>
        <source>The model tends to ignore so small a mask. Fit the frame, or paint a larger area.</source>
        <translation>Eine so kleine Maske übersieht das Modell oft. Den Rahmen anpassen oder einen größeren Bereich malen.</translation>
    </message>
    <message>
        <source>not read:</source>
        <translation>nicht gelesen:</translation>
    </message>
    <message>
        <source>The model redraws all of it.</source>
        <translation>Das Modell zeichnet alles neu.</translation>
    </message>
    <message>
        <source>Repaints {percent}: {count} of {total} cells.</source>
        <translation>Malt {percent} neu: {count} von {total} Feldern.</translation>
    </message>
    <message>
        <source>Model frame: drag it or its handles; double-click fits it to the mask</source>
        <translation>Modellrahmen: ihn oder seine Griffe ziehen; Doppelklick passt ihn der Maske an</translation>
    </message>
    <message>
        <source>Document now</source>
        <translation>Dokument jetzt</translation>
    </message>
    <message>
        <source>Candidate: {prompt}, seed {seed}</source>
        <translation>Kandidat: {prompt}, Startwert {seed}</translation>
    </message>
    <message>
        <source>“{step}” is being read from the disk. Try again in a moment.</source>
        <translation>„{step}“ wird von der Festplatte gelesen. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The page was cropped, scaled, rotated or flipped after “{step}”. Restore from a step after that: click to the left of it in the History panel.</source>
        <translation>Die Seite wurde nach „{step}“ zugeschnitten, skaliert, gedreht oder gespiegelt. Von einem späteren Schritt wiederherstellen: im Bedienfeld „Verlauf“ links neben ihn klicken.</translation>
    </message>
    <message>
        <source>“{name}” did not exist at “{step}”. Choose another layer, or click to the left of a later step in the History panel.</source>
        <translation>„{name}“ gab es bei „{step}“ noch nicht. Eine andere Ebene wählen oder im Bedienfeld „Verlauf“ links neben einen späteren Schritt klicken.</translation>
    </message>
    <message>
        <source>Restore From This Step</source>
        <translation>Von diesem Schritt wiederherstellen</translation>
    </message>
    <message>
        <source>Click a step to return to it, or to the left of one to paint from it with the restore brush</source>
        <translation>Auf einen Schritt klicken, um zu ihm zurückzukehren, oder links neben einen, um mit dem Wiederherstellungspinsel von ihm zu malen</translation>
    </message>
    <message>
        <source>{step}, source of the restore brush</source>
        <translation>{step}, Quelle des Wiederherstellungspinsels</translation>
    </message>
    <message>
        <source>Compare: drag the line, or press Shift and an arrow key; Esc ends</source>
        <translation>Vergleichen: die Linie ziehen oder Umschalt und eine Pfeiltaste drücken; Esc beendet</translation>
    </message>
    <message>
        <source>Compare: nothing is changed; drag to pan, Esc ends</source>
        <translation>Vergleichen: Nichts wird geändert; Ziehen verschiebt die Ansicht, Esc beendet</translation>
    </message>
    <message>
        <source>Restore brush: there is nothing to restore on a blank page</source>
        <translation>Wiederherstellungspinsel: auf einer leeren Seite gibt es nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>Restore brush: paints the layer “{name}” as it was at “{step}”</source>
        <translation>Wiederherstellungspinsel: malt „{name}“, wie die Ebene bei „{step}“ war</translation>
    </message>
    <message>
        <source>Accept or discard the shown candidate before you restore anything.</source>
        <translation>Den gezeigten Kandidaten übernehmen oder verwerfen, bevor etwas wiederhergestellt wird.</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Linke Seite</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Rechte Seite</translation>
    </message>
    <message>
        <source>The picture on the left</source>
        <translation>Das Bild auf der linken Seite</translation>
    </message>
    <message>
        <source>The picture on the right</source>
        <translation>Das Bild auf der rechten Seite</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Seiten tauschen</translation>
    </message>
    <message>
        <source>End comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder}: {needed} MB are needed, {free} MB are free.</source>
        <translation>In {folder} ist nicht genug Speicherplatz frei: {needed} MB werden gebraucht, {free} MB sind frei.</translation>
    </message>
    <message>
        <source>Diagnostics copied. Paste them into your bug report. They contain no prompts and no file names.</source>
        <translation>Diagnosedaten kopiert. In den Fehlerbericht einfügen. Sie enthalten weder Prompts noch Dateinamen.</translation>
    </message>
    <message>
        <source>{count} damaged steps of the history were left out: {steps} and others.</source>
        <translation>{count} beschädigte Schritte des Verlaufs wurden weggelassen: {steps} und weitere.</translation>
    </message>
    <message>
        <source>Damaged steps of the history were left out: {steps}.</source>
        <translation>Beschädigte Schritte des Verlaufs wurden weggelassen: {steps}.</translation>
    </message>
    <message>
        <source>The picture is as it was after the step “{step}”.</source>
        <translation>Das Bild ist so, wie es nach dem Schritt „{step}“ war.</translation>
    </message>
    <message>
        <source>Damaged candidates were left out: {count}.</source>
        <translation>Weggelassene beschädigte Kandidaten: {count}.</translation>
    </message>
    <message>
        <source>Imported from {files}</source>
        <translation>Importiert aus {files}</translation>
    </message>
    <message>
        <source>Small GLIDE networks trained on composed scenes: 121 objects, 8 colours, 18 places</source>
        <translation>Kleine GLIDE-Netze, an zusammengesetzten Szenen trainiert: 121 Gegenstände, 8 Farben, 18 Orte</translation>
    </message>
    <message>
        <source>The layer mask is chosen. Click the thumbnail of the layer to paint on it.</source>
        <translation>Die Ebenenmaske ist gewählt. Auf das Vorschaubild der Ebene klicken, um auf ihr zu malen.</translation>
    </message>
    <message>
        <source>Nothing is selected here. Choose Select &gt; Deselect to work everywhere.</source>
        <translation>Hier ist nichts ausgewählt. „Auswahl &gt; Auswahl aufheben“ wählen, um überall zu arbeiten.</translation>
    </message>
    <message>
        <source>“{name}” has no pixels to transform here.</source>
        <translation>„{name}“ hat hier keine Pixel zum Transformieren.</translation>
    </message>
    <message>
        <source>“{name}” is too large now to be kept past the edges of the page.</source>
        <translation>„{name}“ ist jetzt zu groß, um über den Rand der Seite hinaus erhalten zu bleiben.</translation>
    </message>
    <message>
        <source>“{name}” has changed meanwhile; it was not transformed.</source>
        <translation>„{name}“ hat sich inzwischen geändert und wurde nicht transformiert.</translation>
    </message>
    <message>
        <source>Transform {name}</source>
        <translation>{name} transformieren</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Rotate {name}</source>
        <translation>{name} drehen</translation>
    </message>
    <message>
        <source>Flip {name}</source>
        <translation>{name} spiegeln</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Linker Rand</translation>
    </message>
    <message>
        <source>Top edge</source>
        <translation>Oberer Rand</translation>
    </message>
    <message>
        <source>Width; negative mirrors it</source>
        <translation>Breite; ein negativer Wert spiegelt</translation>
    </message>
    <message>
        <source>Height; negative mirrors it</source>
        <translation>Höhe; ein negativer Wert spiegelt</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Rotation in degrees, clockwise</source>
        <translation>Drehung in Grad, im Uhrzeigersinn</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>Scherung</translation>
    </message>
    <message>
        <source>Horizontal shear in degrees</source>
        <translation>Horizontale Scherung in Grad</translation>
    </message>
    <message>
        <source>Bicubic (smooth)</source>
        <translation>Bikubisch (glatt)</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply the transform to the layer</source>
        <translation>Die Transformation auf die Ebene anwenden</translation>
    </message>
    <message>
        <source>Leave the layer unchanged</source>
        <translation>Die Ebene unverändert lassen</translation>
    </message>
    <message>
        <source>Cancel transform</source>
        <translation>Transformation abbrechen</translation>
    </message>
    <message>
        <source>Transform: Return applies, Esc cancels</source>
        <translation>Transformieren: Eingabe wendet an, Esc bricht ab</translation>
    </message>
    <message>
        <source>Mask colour {number}</source>
        <translation>Maskenfarbe {number}</translation>
    </message>
    <message>
        <source>No prompt</source>
        <translation>Kein Prompt</translation>
    </message>
    <message>
        <source>Mask colour {number}: {prompt}</source>
        <translation>Maskenfarbe {number}: {prompt}</translation>
    </message>
    <message>
        <source>This copy of GLIDE Studio does not know where new versions are published. Look where you got it.</source>
        <translation>Diese Kopie von GLIDE Studio weiß nicht, wo neue Versionen veröffentlicht werden. Dort nachsehen, woher sie stammt.</translation>
    </message>
    <message>
        <source>GLIDE Studio works offline. Allow downloads in the preferences.</source>
        <translation>GLIDE Studio arbeitet offline. Downloads in den Einstellungen erlauben.</translation>
    </message>
    <message>
        <source>The server&apos;s answer about new versions cannot be read. Try again later.</source>
        <translation>Die Antwort des Servers über neue Versionen ist nicht lesbar. Später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>GLIDE Studio {version} is available. You have version {own}.</source>
        <translation>GLIDE Studio {version} ist verfügbar. Installiert ist Version {own}.</translation>
    </message>
    <message>
        <source>You have the newest version, {own}.</source>
        <translation>Die neueste Version, {own}, ist installiert.</translation>
    </message>
    <message>
        <source>Unsaved work is damaged and cannot be recovered. Its file is kept: {path}</source>
        <translation>Nicht gespeicherte Arbeit ist beschädigt und lässt sich nicht wiederherstellen. Ihre Datei bleibt erhalten: {path}</translation>
    </message>
    <message>
        <source>My brush</source>
        <translation>Mein Pinsel</translation>
    </message>
    <message>
        <source>The brush presets cannot be saved: {reason}.</source>
        <translation>Die Pinselvorgaben können nicht gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <source>Your brush presets cannot be read, and new ones will not be saved.</source>
        <translation>Die eigenen Pinselvorgaben können nicht gelesen werden, und neue werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>The file of your brush presets is damaged and was renamed to {name}.</source>
        <translation>Die Datei der eigenen Pinselvorgaben ist beschädigt und wurde in {name} umbenannt.</translation>
    </message>
    <message>
        <source>Soft round</source>
        <translation>Rund, weich</translation>
    </message>
    <message>
        <source>Hard round</source>
        <translation>Rund, hart</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>Bleistift</translation>
    </message>
    <message>
        <source>Chalk</source>
        <translation>Kreide</translation>
    </message>
    <message>
        <source>Charcoal</source>
        <translation>Kohle</translation>
    </message>
    <message>
        <source>Dry brush</source>
        <translation>Trockener Pinsel</translation>
    </message>
    <message>
        <source>Watercolour</source>
        <translation>Aquarell</translation>
    </message>
    <message>
        <source>Airbrush</source>
        <translation>Sprühpistole</translation>
    </message>
    <message>
        <source>Brush presets</source>
        <translation>Pinselvorgaben</translation>
    </message>
    <message>
        <source>Enter uses a preset, F2 renames your own, Delete deletes it</source>
        <translation>Eingabe verwendet eine Vorgabe, F2 benennt eine eigene um, Entf löscht sie</translation>
    </message>
    <message>
        <source>Save brush</source>
        <translation>Pinsel speichern</translation>
    </message>
    <message>
        <source>Save the brush as a new preset</source>
        <translation>Den Pinsel als neue Vorgabe speichern</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename your own preset</source>
        <translation>Die eigene Vorgabe umbenennen</translation>
    </message>
    <message>
        <source>Delete your own preset</source>
        <translation>Die eigene Vorgabe löschen</translation>
    </message>
    <message>
        <source>Aligned</source>
        <translation>Ausgerichtet</translation>
    </message>
    <message>
        <source>Keep the distance to the source from stroke to stroke</source>
        <translation>Den Abstand zur Quelle von Strich zu Strich beibehalten</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Ebenen</translation>
    </message>
    <message>
        <source>Copy what all visible layers look like together, not the active layer alone</source>
        <translation>Kopieren, wie alle sichtbaren Ebenen zusammen aussehen, nicht nur die aktive Ebene</translation>
    </message>
    <message>
        <source>Find source</source>
        <translation>Quelle suchen</translation>
    </message>
    <message>
        <source>Copy from the most similar part near the stroke; off, Alt+click sets the source</source>
        <translation>Von der ähnlichsten Stelle nahe dem Strich kopieren; ausgeschaltet legt Alt+Klick die Quelle fest</translation>
    </message>
    <message>
        <source>Sample stroke</source>
        <translation>Probestrich</translation>
    </message>
    <message>
        <source>A stroke of the brush</source>
        <translation>Ein Strich des Pinsels</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Rund</translation>
    </message>
    <message>
        <source>Crumbly</source>
        <translation>Krümelig</translation>
    </message>
    <message>
        <source>Bristles</source>
        <translation>Borsten</translation>
    </message>
    <message>
        <source>No grain</source>
        <translation>Keine Körnung</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Linen</source>
        <translation>Leinen</translation>
    </message>
    <message>
        <source>Rough</source>
        <translation>Rau</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>The shape that the brush leaves</source>
        <translation>Die Form, die der Pinsel hinterlässt</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>Körnung</translation>
    </message>
    <message>
        <source>The surface that is painted on</source>
        <translation>Die Oberfläche, auf die gemalt wird</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>How deep the pits of the grain are</source>
        <translation>Wie tief die Vertiefungen der Körnung sind</translation>
    </message>
    <message>
        <source>Wet edges</source>
        <translation>Nasse Ränder</translation>
    </message>
    <message>
        <source>Let paint gather at the edges of a stroke, as watercolour does</source>
        <translation>Farbe sammelt sich an den Rändern eines Strichs, wie bei Aquarell</translation>
    </message>
    <message>
        <source>Clone brush: there is nothing to copy on a blank page</source>
        <translation>Klonpinsel: Auf einer leeren Seite gibt es nichts zu kopieren</translation>
    </message>
    <message>
        <source>Clone brush: Alt+click where to copy from</source>
        <translation>Klonpinsel: Alt+Klick auf die Stelle, die kopiert werden soll</translation>
    </message>
    <message>
        <source>Clone brush: copies to “{name}”; Alt+click sets the source</source>
        <translation>Klonpinsel: kopiert auf „{name}“; Alt+Klick legt die Quelle fest</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Klonen</translation>
    </message>
    <message>
        <source>“{name}” is empty. Turn on “All layers” to copy from other layers.</source>
        <translation>„{name}“ ist leer. „Alle Ebenen“ einschalten, um von anderen Ebenen zu kopieren.</translation>
    </message>
    <message>
        <source>Alt+click the part of the picture that you want to copy, and then paint.</source>
        <translation>Zuerst mit Alt auf die Stelle klicken, die kopiert werden soll, dann malen.</translation>
    </message>
    <message>
        <source>Gradient: drag to fill a new layer; Shift keeps to steps of 45°</source>
        <translation>Verlauf: Ziehen füllt eine neue Ebene; Umschalt rastet in 45°-Schritten ein</translation>
    </message>
    <message>
        <source>Gradient: drag to fill the layer mask of “{name}”: black hides, white shows</source>
        <translation>Verlauf: Ziehen füllt die Ebenenmaske von „{name}“: Schwarz blendet aus, Weiß zeigt</translation>
    </message>
    <message>
        <source>Gradient: drag to fill the layer “{name}”; Shift keeps to steps of 45°</source>
        <translation>Verlauf: Ziehen füllt die Ebene „{name}“; Umschalt rastet in 45°-Schritten ein</translation>
    </message>
    <message>
        <source>Gradient: drag to fill what is selected of “{name}”</source>
        <translation>Verlauf: Ziehen füllt, was in „{name}“ ausgewählt ist</translation>
    </message>
    <message>
        <source>Heal brush: there is nothing to heal on a blank page</source>
        <translation>Reparaturpinsel: Auf einer leeren Seite gibt es nichts zu reparieren</translation>
    </message>
    <message>
        <source>Heal brush: paint over a blemish, or Alt+click a source</source>
        <translation>Reparaturpinsel: einen Makel übermalen oder mit Alt+Klick eine Quelle wählen</translation>
    </message>
    <message>
        <source>Heal brush: Alt+click where to copy from</source>
        <translation>Reparaturpinsel: Alt+Klick auf die Stelle, die kopiert werden soll</translation>
    </message>
    <message>
        <source>Heal brush: heals “{name}”; Alt+click sets the source</source>
        <translation>Reparaturpinsel: repariert „{name}“; Alt+Klick legt die Quelle fest</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>There is no room around this stroke to copy from. Paint a smaller spot.</source>
        <translation>Um diesen Strich herum ist kein Platz, von dem kopiert werden kann. Eine kleinere Stelle übermalen.</translation>
    </message>
    <message>
        <source>Smudge brush: there is nothing to smear on a blank page</source>
        <translation>Wischpinsel: Auf einer leeren Seite gibt es nichts zu verwischen</translation>
    </message>
    <message>
        <source>Smudge brush: smears the layer “{name}”</source>
        <translation>Wischpinsel: verwischt die Ebene „{name}“</translation>
    </message>
    <message>
        <source>Smudge</source>
        <translation>Verwischen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Geöffnete Bilder</translation>
    </message>
    <message>
        <source>Close this picture</source>
        <translation>Dieses Bild schließen</translation>
    </message>
    <message>
        <source>Place {name}</source>
        <translation>{name} platzieren</translation>
    </message>
    <message>
        <source>Place {count} pictures</source>
        <translation>{count} Bilder platzieren</translation>
    </message>
    <message>
        <source>Levels…</source>
        <translation>Tonwertkorrektur&#xa0;…</translation>
    </message>
    <message>
        <source>Set black, white and midtones of the selection of the active layer</source>
        <translation>Schwarz, Weiß und Mitten der Auswahl der aktiven Ebene festlegen</translation>
    </message>
    <message>
        <source>Curves…</source>
        <translation>Kurven&#xa0;…</translation>
    </message>
    <message>
        <source>Change the tones of the selection of the active layer by a curve</source>
        <translation>Die Tonwerte der Auswahl der aktiven Ebene durch eine Kurve ändern</translation>
    </message>
    <message>
        <source>Brightness/Contrast…</source>
        <translation>Helligkeit/Kontrast&#xa0;…</translation>
    </message>
    <message>
        <source>Make the selection of the active layer lighter, darker or richer in contrast</source>
        <translation>Die Auswahl der aktiven Ebene heller, dunkler oder kontrastreicher machen</translation>
    </message>
    <message>
        <source>Hue/Saturation…</source>
        <translation>Farbton/Sättigung&#xa0;…</translation>
    </message>
    <message>
        <source>Change hue, saturation and lightness of the selection of the active layer</source>
        <translation>Farbton, Sättigung und Helligkeit der Auswahl der aktiven Ebene ändern</translation>
    </message>
    <message>
        <source>Colour Balance…</source>
        <translation>Farbabgleich&#xa0;…</translation>
    </message>
    <message>
        <source>Shift the colours of shadows, midtones and highlights</source>
        <translation>Die Farben von Schatten, Mitten und Glanzlichtern verschieben</translation>
    </message>
    <message>
        <source>Desaturate…</source>
        <translation>Entsättigen&#xa0;…</translation>
    </message>
    <message>
        <source>Turn the colours of the selection of the active layer into shades of grey</source>
        <translation>Die Farben der Auswahl der aktiven Ebene in Grautöne umwandeln</translation>
    </message>
    <message>
        <source>Invert Colours</source>
        <translation>Farben invertieren</translation>
    </message>
    <message>
        <source>Turn the selection of the active layer into its negative</source>
        <translation>Die Auswahl der aktiven Ebene in ihr Negativ umwandeln</translation>
    </message>
    <message>
        <source>Gaussian Blur…</source>
        <translation>Gaußscher Weichzeichner&#xa0;…</translation>
    </message>
    <message>
        <source>Blur the selection of the active layer</source>
        <translation>Die Auswahl der aktiven Ebene weichzeichnen</translation>
    </message>
    <message>
        <source>Sharpen…</source>
        <translation>Schärfen&#xa0;…</translation>
    </message>
    <message>
        <source>Sharpen the edges in the selection of the active layer</source>
        <translation>Die Kanten in der Auswahl der aktiven Ebene schärfen</translation>
    </message>
    <message>
        <source>Add Noise…</source>
        <translation>Rauschen hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Add grain to the selection of the active layer</source>
        <translation>Der Auswahl der aktiven Ebene Korn hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Adjust</source>
        <translation>Anpa&amp;ssen</translation>
    </message>
    <message>
        <source>{adjustment}: Return applies, Esc cancels</source>
        <translation>{adjustment}: Eingabe wendet an, Esc bricht ab</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Group layers</source>
        <translation>Ebenen gruppieren</translation>
    </message>
    <message>
        <source>Ungroup {name}</source>
        <translation>Gruppe {name} auflösen</translation>
    </message>
    <message>
        <source>Move layers</source>
        <translation>Ebenen verschieben</translation>
    </message>
    <message>
        <source>Groups can be nested up to {most} deep.</source>
        <translation>Gruppen lassen sich bis zu {most} tief verschachteln.</translation>
    </message>
    <message>
        <source>Add layer mask to {name}</source>
        <translation>Ebenenmaske zu {name} hinzufügen</translation>
    </message>
    <message>
        <source>Enable mask of {name}</source>
        <translation>Maske von {name} aktivieren</translation>
    </message>
    <message>
        <source>Disable mask of {name}</source>
        <translation>Maske von {name} deaktivieren</translation>
    </message>
    <message>
        <source>Link mask of {name}</source>
        <translation>Maske von {name} verknüpfen</translation>
    </message>
    <message>
        <source>Unlink mask of {name}</source>
        <translation>Verknüpfung der Maske von {name} lösen</translation>
    </message>
    <message>
        <source>Invert mask of {name}</source>
        <translation>Maske von {name} umkehren</translation>
    </message>
    <message>
        <source>Apply mask of {name}</source>
        <translation>Maske von {name} anwenden</translation>
    </message>
    <message>
        <source>Delete mask of {name}</source>
        <translation>Maske von {name} löschen</translation>
    </message>
    <message>
        <source>Select layer mask</source>
        <translation>Ebenenmaske auswählen</translation>
    </message>
    <message>
        <source>Group Layers</source>
        <translation>Ebenen gruppieren</translation>
    </message>
    <message>
        <source>Put the selected layers into a new group</source>
        <translation>Die ausgewählten Ebenen in eine neue Gruppe legen</translation>
    </message>
    <message>
        <source>Ungroup Layers</source>
        <translation>Gruppierung aufheben</translation>
    </message>
    <message>
        <source>Dissolve the group, and leave its layers where they are</source>
        <translation>Die Gruppe auflösen und ihre Ebenen lassen, wo sie sind</translation>
    </message>
    <message>
        <source>Layer via Copy</source>
        <translation>Ebene durch Kopieren</translation>
    </message>
    <message>
        <source>Copy what is selected of the active layer to a new one, or all of it</source>
        <translation>In eine neue Ebene kopieren, was von der aktiven ausgewählt ist, oder alles</translation>
    </message>
    <message>
        <source>Layer via Cut</source>
        <translation>Ebene durch Ausschneiden</translation>
    </message>
    <message>
        <source>Cut what is selected of the active layer to a new one</source>
        <translation>In eine neue Ebene ausschneiden, was von der aktiven ausgewählt ist</translation>
    </message>
    <message>
        <source>Add Layer Mask</source>
        <translation>Ebenenmaske hinzufügen</translation>
    </message>
    <message>
        <source>Add a mask to the active layer or group that shows what is selected, or all</source>
        <translation>Der aktiven Ebene oder Gruppe eine Maske hinzufügen, die das Ausgewählte zeigt, oder alles</translation>
    </message>
    <message>
        <source>Paint on Layer Mask</source>
        <translation>Auf Ebenenmaske malen</translation>
    </message>
    <message>
        <source>Use brushes, Fill and Clear on the mask of the layer or group: black hides</source>
        <translation>Pinsel, Füllen und Leeren auf die Maske der Ebene oder Gruppe anwenden: Schwarz blendet aus</translation>
    </message>
    <message>
        <source>Enable Layer Mask</source>
        <translation>Ebenenmaske aktivieren</translation>
    </message>
    <message>
        <source>Turn the mask of the layer or group on or off</source>
        <translation>Die Maske der Ebene oder Gruppe ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Link Layer Mask</source>
        <translation>Ebenenmaske verknüpfen</translation>
    </message>
    <message>
        <source>Move and transform the mask together with its layer or group</source>
        <translation>Die Maske zusammen mit ihrer Ebene oder Gruppe verschieben und transformieren</translation>
    </message>
    <message>
        <source>Invert Layer Mask</source>
        <translation>Ebenenmaske umkehren</translation>
    </message>
    <message>
        <source>Hide what the mask of the layer or group shows, and show what it hides</source>
        <translation>Ausblenden, was die Maske der Ebene oder Gruppe zeigt, und zeigen, was sie ausblendet</translation>
    </message>
    <message>
        <source>Select Layer Mask</source>
        <translation>Ebenenmaske auswählen</translation>
    </message>
    <message>
        <source>Select what the mask shows, or Ctrl+click its thumbnail</source>
        <translation>Auswählen, was die Maske zeigt, oder mit Strg auf ihr Vorschaubild klicken</translation>
    </message>
    <message>
        <source>Apply Layer Mask</source>
        <translation>Ebenenmaske anwenden</translation>
    </message>
    <message>
        <source>Delete the mask of the active layer, and the pixels that it hides</source>
        <translation>Die Maske der aktiven Ebene löschen, samt den Pixeln, die sie ausblendet</translation>
    </message>
    <message>
        <source>Delete Layer Mask</source>
        <translation>Ebenenmaske löschen</translation>
    </message>
    <message>
        <source>Delete the mask of the layer or group, so that all of it is seen</source>
        <translation>Die Maske der Ebene oder Gruppe löschen, sodass alles zu sehen ist</translation>
    </message>
    <message>
        <source>Layer Mask</source>
        <translation>Ebenenmaske</translation>
    </message>
    <message>
        <source>“{address}” is not the address of a cluster. Give it as name:port, such as render.studio:7421.</source>
        <translation>„{address}“ ist nicht die Adresse eines Clusters. Sie als Name:Port angeben, etwa render.studio:7421.</translation>
    </message>
    <message>
        <source>The connection to “{address}” would not be encrypted. Use https:// instead.</source>
        <translation>Die Verbindung zu „{address}“ wäre nicht verschlüsselt. Stattdessen https:// benutzen.</translation>
    </message>
    <message>
        <source>The picture is too large for a cluster. Crop it.</source>
        <translation>Das Bild ist zu groß für einen Cluster. Es zuschneiden.</translation>
    </message>
    <message>
        <source>The certificate of the cluster {name} is not trusted: choose its file as the certificate, and use the name that is in it.</source>
        <translation>Dem Zertifikat des Clusters {name} wird nicht vertraut: seine Datei als Zertifikat wählen und den Namen verwenden, der darin steht.</translation>
    </message>
    <message>
        <source>The certificate “{file}” cannot be read.</source>
        <translation>Das Zertifikat „{file}“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The cluster {name} cannot be reached.</source>
        <translation>Der Cluster {name} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The connection to the cluster {name} broke.</source>
        <translation>Die Verbindung zum Cluster {name} ist abgebrochen.</translation>
    </message>
    <message>
        <source>What answers at {name} is not a GLIDE Studio cluster.</source>
        <translation>Was unter {name} antwortet, ist kein Cluster von GLIDE Studio.</translation>
    </message>
    <message>
        <source>The cluster has another version of the model {name} than this computer: install the same files on both.</source>
        <translation>Der Cluster hat eine andere Version des Modells {name} als dieser Computer: auf beiden dieselben Dateien installieren.</translation>
    </message>
    <message>
        <source>The cluster does not have the model {name}. Install it there, or choose another model.</source>
        <translation>Der Cluster hat das Modell {name} nicht. Es dort installieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The run failed on the cluster: {detail}.</source>
        <translation>Der Auftrag ist auf dem Cluster fehlgeschlagen: {detail}.</translation>
    </message>
    <message>
        <source>Two engines of the cluster stopped during this run. Retry it in the queue.</source>
        <translation>Zwei Engines des Clusters sind bei diesem Auftrag ausgefallen. Ihn in der Warteschlange erneut versuchen.</translation>
    </message>
    <message>
        <source>An engine of the cluster stopped: the run starts again on another one.</source>
        <translation>Eine Engine des Clusters ist ausgefallen: Der Auftrag beginnt auf einer anderen von vorn.</translation>
    </message>
    <message>
        <source>The request is too large for the cluster.</source>
        <translation>Der Auftrag ist zu groß für den Cluster.</translation>
    </message>
    <message>
        <source>The cluster&apos;s queue is full. Try again later.</source>
        <translation>Die Warteschlange des Clusters ist voll. Es später erneut versuchen.</translation>
    </message>
    <message>
        <source>The request is damaged.</source>
        <translation>Der Auftrag ist beschädigt.</translation>
    </message>
    <message>
        <source>The cluster does not accept the token.</source>
        <translation>Der Cluster nimmt das Token nicht an.</translation>
    </message>
    <message>
        <source>The cluster runs GLIDE Studio {own}, this computer {other}: install the same version on both.</source>
        <translation>Auf dem Cluster läuft GLIDE Studio {own}, auf diesem Computer {other}: auf beiden dieselbe Version installieren.</translation>
    </message>
    <message>
        <source>The request did not arrive in time. Retry it.</source>
        <translation>Der Auftrag ist nicht rechtzeitig angekommen. Ihn erneut versuchen.</translation>
    </message>
    <message>
        <source>The certificate or its key cannot be used: {reason}.</source>
        <translation>Das Zertifikat oder sein Schlüssel lässt sich nicht verwenden: {reason}.</translation>
    </message>
    <message>
        <source>The server cannot listen at {host}:{port}: {reason}.</source>
        <translation>Der Server kann unter {host}:{port} keine Verbindungen annehmen: {reason}.</translation>
    </message>
    <message>
        <source>Cluster: connecting…</source>
        <translation>Cluster: wird verbunden&#xa0;…</translation>
    </message>
    <message>
        <source>Cluster: not available</source>
        <translation>Cluster: nicht verfügbar</translation>
    </message>
    <message>
        <source>Cluster: no model {model}</source>
        <translation>Cluster: Modell {model} fehlt</translation>
    </message>
    <message>
        <source>Cluster: {busy} of {engines} busy, {queued} waiting</source>
        <translation>Cluster: {busy} von {engines} belegt, {queued} in der Warteschlange</translation>
    </message>
    <message>
        <source>Devices: {devices}. Models: {models}.</source>
        <translation>Geräte: {devices}. Modelle: {models}.</translation>
    </message>
    <message>
        <source>Enter the address of the cluster in the preferences.</source>
        <translation>Die Adresse des Clusters in den Einstellungen eintragen.</translation>
    </message>
    <message>
        <source>The run is kept: retry it in the queue.</source>
        <translation>Der Auftrag bleibt erhalten: ihn in der Warteschlange erneut versuchen.</translation>
    </message>
    <message>
        <source>This computer runs the request instead.</source>
        <translation>Stattdessen berechnet dieser Computer den Auftrag.</translation>
    </message>
    <message>
        <source>GLIDE Studio tries to connect again.</source>
        <translation>GLIDE Studio versucht, die Verbindung wiederherzustellen.</translation>
    </message>
    <message>
        <source>Paint roughly what you want, type a prompt that says what it is, and generate.</source>
        <translation>Grob malen, was entstehen soll, einen Prompt eingeben, der sagt, was es ist, und generieren.</translation>
    </message>
    <message>
        <source>the graph of nodes, which is too long</source>
        <translation>der Graph der Knoten, der zu lang ist</translation>
    </message>
    <message>
        <source>a prompt that comes from unknown nodes</source>
        <translation>ein Prompt, der aus unbekannten Knoten stammt</translation>
    </message>
</context>
</TS>
