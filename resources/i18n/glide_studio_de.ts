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
        <source>Under which licences this comes</source>
        <translation>Unter welchen Lizenzen dies alles steht</translation>
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
        <source>What this program is</source>
        <translation>Was dieses Programm ist</translation>
    </message>
    <message>
        <source>Version {version}. An image editor for artists, built on GLIDE diffusion models.</source>
        <translation>Version {version}. Ein Bildeditor für Künstler, gebaut auf den Diffusionsmodellen von GLIDE.</translation>
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
        <source>{keys} already belongs to “{command}”.</source>
        <translation>{keys} gehört schon zu „{command}“.</translation>
    </message>
    <message>
        <source>A picture is being made.</source>
        <translation>Ein Bild entsteht.</translation>
    </message>
    <message>
        <source>Nothing is being made any more.</source>
        <translation>Es entsteht nichts mehr.</translation>
    </message>
    <message>
        <source>{percent}% done.</source>
        <translation>{percent}&#xa0;% fertig.</translation>
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
        <source>Hue</source>
        <translation>Farbton</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Sättigung</translation>
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
        <source>Pen pressure…</source>
        <translation>Stiftdruck…</translation>
    </message>
    <message>
        <source>Pen pressure</source>
        <translation>Stiftdruck</translation>
    </message>
    <message>
        <source>Choose how a pen&apos;s pressure acts on size and opacity</source>
        <translation>Wählen, wie der Druck des Stifts auf Größe und Deckkraft wirkt</translation>
    </message>
    <message>
        <source>Build up</source>
        <translation>Aufbauen</translation>
    </message>
    <message>
        <source>Where a stroke crosses itself it covers more, as an airbrush does</source>
        <translation>Wo ein Strich sich kreuzt, deckt er mehr, wie eine Spritzpistole</translation>
    </message>
    <message>
        <source>Brush preview</source>
        <translation>Pinselvorschau</translation>
    </message>
    <message>
        <source>One dab</source>
        <translation>Ein Tupfer</translation>
    </message>
    <message>
        <source>Diameter in pixels of the picture: [ smaller, ] larger</source>
        <translation>Durchmesser in Pixeln des Bildes: [ kleiner, ] größer</translation>
    </message>
    <message>
        <source>Brush size in pixels</source>
        <translation>Pinselgröße in Pixeln</translation>
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
        <source>No gaps</source>
        <translation>Ohne Lücken</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <source>Hardness of the brush&apos;s edge: Shift+[ softer, Shift+] harder</source>
        <translation>Härte des Pinselrands: Umschalt+[ weicher, Umschalt+] härter</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>The most that one stroke covers; a mask of less than half keeps the picture</source>
        <translation>So viel deckt ein Strich höchstens; eine Maske unter der Hälfte lässt das Bild, wie es ist</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>From one dab to the next, in diameters; at the left a line without gaps</source>
        <translation>Von einem Tupfer zum nächsten, in Durchmessern; ganz links eine Linie ohne Lücken</translation>
    </message>
    <message>
        <source>Stabiliser</source>
        <translation>Stabilisator</translation>
    </message>
    <message>
        <source>The length of the string on which the brush follows the hand</source>
        <translation>Die Länge der Schnur, an der der Pinsel der Hand folgt</translation>
    </message>
    <message>
        <source>{pixels} px</source>
        <translation>{pixels} px</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>A click or an arrow key shows a picture in place, Enter accepts it, Delete discards it, Space held shows what was there before</source>
        <translation>Ein Klick oder eine Pfeiltaste zeigt ein Bild an seinem Ort, Eingabe übernimmt es, Entf verwirft es, gehaltene Leertaste zeigt, was vorher da war</translation>
    </message>
    <message>
        <source>Pictures to choose from appear here.</source>
        <translation>Hier erscheinen Bilder zur Auswahl.</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Fade between before and after; Space held in the strip shows before</source>
        <translation>Zwischen vorher und nachher überblenden; gehaltene Leertaste zeigt vorher</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Put it into the picture</source>
        <translation>Ins Bild übernehmen</translation>
    </message>
    <message>
        <source>Put it aside, or back</source>
        <translation>Beiseitelegen oder zurückholen</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Mehr davon</translation>
    </message>
    <message>
        <source>Make four pictures that begin with this one</source>
        <translation>Vier Bilder machen, die von diesem ausgehen</translation>
    </message>
    <message>
        <source>How different</source>
        <translation>Wie anders</translation>
    </message>
    <message>
        <source>How far they may depart from it: 100 % leaves nothing of it</source>
        <translation>Wie weit sie sich entfernen dürfen: 100&#xa0;% lässt nichts davon übrig</translation>
    </message>
    <message>
        <source>Show what was discarded</source>
        <translation>Verworfenes zeigen</translation>
    </message>
    <message>
        <source>Show discarded pictures too; they are kept until the picture is closed</source>
        <translation>Auch verworfene Bilder zeigen; sie bleiben, bis das Bild geschlossen wird</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>{prompt}, being made</source>
        <translation>{prompt}, entsteht gerade</translation>
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
        <source>The picture and its mask. Drag to paint where to generate, hold Space and drag to pan, hold R and drag to rotate, turn the wheel to zoom. Arrow keys pan, plus and minus zoom.</source>
        <translation>Das Bild und seine Maske. Ziehen malt, wo etwas entstehen soll; mit gehaltener Leertaste verschiebt Ziehen, mit gehaltenem R dreht es, das Rad zoomt. Pfeiltasten verschieben, Plus und Minus zoomen.</translation>
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
        <source>Erase mask</source>
        <translation>Maske radieren</translation>
    </message>
    <message>
        <source>Brush stroke</source>
        <translation>Pinselstrich</translation>
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
        <source>Value</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Hexadecimal colour</source>
        <translation>Farbe hexadezimal</translation>
    </message>
    <message>
        <source>Six hexadecimal digits, such as #ff8800</source>
        <translation>Sechs hexadezimale Ziffern, etwa #ff8800</translation>
    </message>
    <message>
        <source>“{text}” is no colour: write six hexadecimal digits, such as #ff8800.</source>
        <translation>„{text}“ ist keine Farbe: sechs hexadezimale Ziffern schreiben, etwa #ff8800.</translation>
    </message>
    <message>
        <source>Foreground {foreground}, background {background}</source>
        <translation>Vordergrund {foreground}, Hintergrund {background}</translation>
    </message>
    <message>
        <source>Colour wheel</source>
        <translation>Farbkreis</translation>
    </message>
    <message>
        <source>Drag on the ring for the hue and in the square for saturation and value; arrow keys, Page Up and Page Down do it too</source>
        <translation>Auf dem Ring ziehen für den Farbton, im Quadrat für Sättigung und Helligkeit; Pfeiltasten, Bild auf und Bild ab tun es auch</translation>
    </message>
    <message>
        <source>Recent colours</source>
        <translation>Letzte Farben</translation>
    </message>
    <message>
        <source>Painted with lately</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Foreground and background</source>
        <translation>Vordergrund und Hintergrund</translation>
    </message>
    <message>
        <source>The colour to paint with, and the other one: X swaps them, D is black on white</source>
        <translation>Die Farbe zum Malen und die andere: X tauscht sie, D ist Schwarz auf Weiß</translation>
    </message>
    <message>
        <source>Ways to choose</source>
        <translation>Arten zu wählen</translation>
    </message>
    <message>
        <source>By eye, by numbers, or kept</source>
        <translation>Nach Augenmaß, in Zahlen oder aufbewahrt</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Farbkreis</translation>
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
        <source>A few letters of a command; Return carries it out</source>
        <translation>Ein paar Buchstaben eines Befehls; die Eingabetaste führt ihn aus</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Click a command to carry it out</source>
        <translation>Ein Klick führt den Befehl aus</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>Kein Befehl hat diese Buchstaben.</translation>
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
        <source>Paint where to generate</source>
        <translation>Malen, wo etwas entstehen soll</translation>
    </message>
    <message>
        <source>Mask Eraser</source>
        <translation>Maskenradierer</translation>
    </message>
    <message>
        <source>Take away from the mask</source>
        <translation>Von der Maske wegnehmen</translation>
    </message>
    <message>
        <source>Smaller Brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Make the brush smaller</source>
        <translation>Den Pinsel verkleinern</translation>
    </message>
    <message>
        <source>Larger Brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Make the brush larger</source>
        <translation>Den Pinsel vergrößern</translation>
    </message>
    <message>
        <source>Softer Brush</source>
        <translation>Weicherer Pinsel</translation>
    </message>
    <message>
        <source>Soften its edge</source>
        <translation>Den Rand weicher machen</translation>
    </message>
    <message>
        <source>Harder Brush</source>
        <translation>Härterer Pinsel</translation>
    </message>
    <message>
        <source>Harden its edge</source>
        <translation>Den Rand härter machen</translation>
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
        <source>Paint the active layer with colour</source>
        <translation>Die aktive Ebene mit Farbe bemalen</translation>
    </message>
    <message>
        <source>Colour Eraser</source>
        <translation>Farbradierer</translation>
    </message>
    <message>
        <source>Erase the active layer</source>
        <translation>Auf der aktiven Ebene radieren</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>Pipette</translation>
    </message>
    <message>
        <source>Take a colour from the picture; while you paint, hold Alt</source>
        <translation>Eine Farbe aus dem Bild nehmen; beim Malen Alt halten</translation>
    </message>
    <message>
        <source>Fill Layer</source>
        <translation>Ebene füllen</translation>
    </message>
    <message>
        <source>Fill the active layer with colour, within the mask if there is one</source>
        <translation>Die aktive Ebene mit Farbe füllen, innerhalb der Maske, wenn es eine gibt</translation>
    </message>
    <message>
        <source>Swap Colours</source>
        <translation>Farben tauschen</translation>
    </message>
    <message>
        <source>Exchange the two colours</source>
        <translation>Die beiden Farben tauschen</translation>
    </message>
    <message>
        <source>Black on White</source>
        <translation>Schwarz auf Weiß</translation>
    </message>
    <message>
        <source>Black and white again</source>
        <translation>Wieder Schwarz und Weiß</translation>
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
        <source>Start with an empty picture</source>
        <translation>Mit einem leeren Bild beginnen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>Ein Bild öffnen</translation>
    </message>
    <message>
        <source>Open Recent</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Open one of the files used last</source>
        <translation>Eine der zuletzt benutzten Dateien öffnen</translation>
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
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save to another file</source>
        <translation>In eine andere Datei speichern</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Leave GLIDE Studio</source>
        <translation>GLIDE Studio verlassen</translation>
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
        <source>Go back one step</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Go forward one step</source>
        <translation>Einen Schritt vor</translation>
    </message>
    <message>
        <source>Move what is masked to the clipboard</source>
        <translation>Maskiertes in die Zwischenablage verschieben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy what is masked of the layer</source>
        <translation>Maskiertes der Ebene kopieren</translation>
    </message>
    <message>
        <source>Copy Merged</source>
        <translation>Auf eine Ebene reduziert kopieren</translation>
    </message>
    <message>
        <source>Copy what is masked of all layers</source>
        <translation>Maskiertes aller Ebenen kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Put a copied picture on top</source>
        <translation>Ein kopiertes Bild darüberlegen</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Voreinstellungen…</translation>
    </message>
    <message>
        <source>Language, theme, letters and shortcuts</source>
        <translation>Sprache, Farben, Schrift und Tastenkürzel</translation>
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
        <source>Cut the picture, or drag its edges outwards</source>
        <translation>Das Bild beschneiden oder seine Ränder hinausziehen</translation>
    </message>
    <message>
        <source>Canvas Size…</source>
        <translation>Leinwandgröße…</translation>
    </message>
    <message>
        <source>Cut off or add pixels at the edges</source>
        <translation>An den Rändern Pixel abschneiden oder anfügen</translation>
    </message>
    <message>
        <source>Image Size…</source>
        <translation>Bildgröße…</translation>
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
        <source>Turn the picture itself to the right</source>
        <translation>Das Bild selbst nach rechts drehen</translation>
    </message>
    <message>
        <source>Rotate 90° Left</source>
        <translation>90° nach links drehen</translation>
    </message>
    <message>
        <source>Turn the picture itself to the left</source>
        <translation>Das Bild selbst nach links drehen</translation>
    </message>
    <message>
        <source>Rotate 180°</source>
        <translation>180° drehen</translation>
    </message>
    <message>
        <source>Turn the picture upside down</source>
        <translation>Das Bild auf den Kopf stellen</translation>
    </message>
    <message>
        <source>Flip Horizontally</source>
        <translation>Waagerecht spiegeln</translation>
    </message>
    <message>
        <source>Mirror the picture itself left to right</source>
        <translation>Das Bild selbst von links nach rechts spiegeln</translation>
    </message>
    <message>
        <source>Flip Vertically</source>
        <translation>Senkrecht spiegeln</translation>
    </message>
    <message>
        <source>Mirror the picture itself top to bottom</source>
        <translation>Das Bild selbst von oben nach unten spiegeln</translation>
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
        <source>Make a picture, or repaint what the mask covers</source>
        <translation>Ein Bild machen oder neu malen, was die Maske bedeckt</translation>
    </message>
    <message>
        <source>Same Seed, Next Prompt</source>
        <translation>Gleicher Startwert, nächster Prompt</translation>
    </message>
    <message>
        <source>Make the last picture again with another prompt, to compare</source>
        <translation>Das letzte Bild mit anderem Prompt noch einmal machen, zum Vergleich</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the running picture</source>
        <translation>Das laufende Bild anhalten</translation>
    </message>
    <message>
        <source>Cancel All</source>
        <translation>Alles abbrechen</translation>
    </message>
    <message>
        <source>Stop it and all that wait</source>
        <translation>Es und alles Wartende anhalten</translation>
    </message>
    <message>
        <source>Earlier Prompts…</source>
        <translation>Frühere Prompts…</translation>
    </message>
    <message>
        <source>Search the prompts of before</source>
        <translation>In früheren Prompts suchen</translation>
    </message>
    <message>
        <source>Favourite Prompt</source>
        <translation>Lieblingsprompt</translation>
    </message>
    <message>
        <source>Make the prompt a favourite, or no longer</source>
        <translation>Den Prompt zum Liebling machen oder nicht mehr</translation>
    </message>
    <message>
        <source>Edit Styles…</source>
        <translation>Stile bearbeiten…</translation>
    </message>
    <message>
        <source>Write words to put around prompts</source>
        <translation>Worte schreiben, die Prompts umgeben</translation>
    </message>
    <message>
        <source>Word Lists…</source>
        <translation>Wortlisten…</translation>
    </message>
    <message>
        <source>Open the folder of the lists that prompts name, as in __mood__</source>
        <translation>Den Ordner der Listen öffnen, die Prompts nennen, wie in __mood__</translation>
    </message>
    <message>
        <source>Next Candidate</source>
        <translation>Nächster Vorschlag</translation>
    </message>
    <message>
        <source>Show the next picture to choose from</source>
        <translation>Das nächste Bild zur Auswahl zeigen</translation>
    </message>
    <message>
        <source>Previous Candidate</source>
        <translation>Voriger Vorschlag</translation>
    </message>
    <message>
        <source>Show the picture before it</source>
        <translation>Das Bild davor zeigen</translation>
    </message>
    <message>
        <source>Before or After</source>
        <translation>Vorher oder nachher</translation>
    </message>
    <message>
        <source>Show the picture without what is on show, or with it again</source>
        <translation>Das Bild ohne das Gezeigte zeigen, oder wieder damit</translation>
    </message>
    <message>
        <source>More Like This</source>
        <translation>Mehr davon</translation>
    </message>
    <message>
        <source>Make pictures that begin with the marked candidate</source>
        <translation>Bilder machen, die vom markierten Vorschlag ausgehen</translation>
    </message>
    <message>
        <source>Put what is on show into the picture</source>
        <translation>Das Gezeigte ins Bild übernehmen</translation>
    </message>
    <message>
        <source>Put what is on show aside</source>
        <translation>Das Gezeigte beiseitelegen</translation>
    </message>
    <message>
        <source>Accept Single Pictures at Once</source>
        <translation>Einzelne Bilder sofort übernehmen</translation>
    </message>
    <message>
        <source>A picture that was asked for alone goes straight into the document</source>
        <translation>Ein einzeln verlangtes Bild kommt gleich ins Dokument</translation>
    </message>
    <message>
        <source>Sound When Done</source>
        <translation>Ton am Ende</translation>
    </message>
    <message>
        <source>Play a sound when all is done</source>
        <translation>Einen Ton spielen, wenn alles fertig ist</translation>
    </message>
    <message>
        <source>Notification When Done</source>
        <translation>Benachrichtigung am Ende</translation>
    </message>
    <message>
        <source>Show a notification when all is done and this window is not in use</source>
        <translation>Benachrichtigen, wenn alles fertig ist und dieses Fenster nicht benutzt wird</translation>
    </message>
    <message>
        <source>Text to Image</source>
        <translation>Text zu Bild</translation>
    </message>
    <message>
        <source>Generate makes a new picture</source>
        <translation>Generieren macht ein neues Bild</translation>
    </message>
    <message>
        <source>Inpaint the Mask</source>
        <translation>Maske ausmalen</translation>
    </message>
    <message>
        <source>Generate repaints what is masked</source>
        <translation>Generieren malt das Maskierte neu</translation>
    </message>
    <message>
        <source>Outpaint the Empty Edge</source>
        <translation>Leeren Rand ausmalen</translation>
    </message>
    <message>
        <source>Generate fills what is transparent</source>
        <translation>Generieren füllt das Durchsichtige</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Skizze</translation>
    </message>
    <message>
        <source>Generate redraws what is roughly there</source>
        <translation>Generieren zeichnet neu, was grob da ist</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>Variation</translation>
    </message>
    <message>
        <source>Generate varies the last result</source>
        <translation>Generieren variiert das letzte Ergebnis</translation>
    </message>
    <message>
        <source>Upscale 4x</source>
        <translation>Vierfach vergrößern</translation>
    </message>
    <message>
        <source>Generate makes the picture four times as large</source>
        <translation>Generieren macht das Bild viermal so groß</translation>
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
        <source>Put an empty layer above the active one</source>
        <translation>Eine leere Ebene über die aktive legen</translation>
    </message>
    <message>
        <source>Duplicate Layer</source>
        <translation>Ebene duplizieren</translation>
    </message>
    <message>
        <source>Put a copy above the active layer</source>
        <translation>Eine Kopie über die aktive Ebene legen</translation>
    </message>
    <message>
        <source>Delete Layer</source>
        <translation>Ebene löschen</translation>
    </message>
    <message>
        <source>Take the active layer away</source>
        <translation>Die aktive Ebene wegnehmen</translation>
    </message>
    <message>
        <source>Move Layer</source>
        <translation>Ebene verschieben</translation>
    </message>
    <message>
        <source>Drag the active layer over the page</source>
        <translation>Die aktive Ebene über die Seite ziehen</translation>
    </message>
    <message>
        <source>Rename Layer</source>
        <translation>Ebene umbenennen</translation>
    </message>
    <message>
        <source>Give the active layer a name</source>
        <translation>Der aktiven Ebene einen Namen geben</translation>
    </message>
    <message>
        <source>Hide or Show Layer</source>
        <translation>Ebene aus- oder einblenden</translation>
    </message>
    <message>
        <source>Hide or show it</source>
        <translation>Aus- oder einblenden</translation>
    </message>
    <message>
        <source>Lock or Unlock Layer</source>
        <translation>Ebene sperren oder entsperren</translation>
    </message>
    <message>
        <source>Protect its pixels</source>
        <translation>Ihre Pixel schützen</translation>
    </message>
    <message>
        <source>Raise Layer</source>
        <translation>Ebene anheben</translation>
    </message>
    <message>
        <source>Move it up</source>
        <translation>Nach oben bewegen</translation>
    </message>
    <message>
        <source>Lower Layer</source>
        <translation>Ebene absenken</translation>
    </message>
    <message>
        <source>Move it down</source>
        <translation>Nach unten bewegen</translation>
    </message>
    <message>
        <source>Go to Layer Above</source>
        <translation>Zur Ebene darüber</translation>
    </message>
    <message>
        <source>Work on the layer above</source>
        <translation>Auf der Ebene darüber arbeiten</translation>
    </message>
    <message>
        <source>Go to Layer Below</source>
        <translation>Zur Ebene darunter</translation>
    </message>
    <message>
        <source>Work on the layer below</source>
        <translation>Auf der Ebene darunter arbeiten</translation>
    </message>
    <message>
        <source>Merge Down</source>
        <translation>Nach unten vereinen</translation>
    </message>
    <message>
        <source>Make one of the active layer and the one below</source>
        <translation>Aus der aktiven Ebene und der darunter eine machen</translation>
    </message>
    <message>
        <source>Merge Visible</source>
        <translation>Sichtbare vereinen</translation>
    </message>
    <message>
        <source>Make one of all layers that are shown</source>
        <translation>Aus allen sichtbaren Ebenen eine machen</translation>
    </message>
    <message>
        <source>Flatten Image</source>
        <translation>Bild zusammenfügen</translation>
    </message>
    <message>
        <source>Make what is seen the only layer</source>
        <translation>Das Sichtbare zur einzigen Ebene machen</translation>
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
        <source>Select a box</source>
        <translation>Ein Rechteck auswählen</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Select an ellipse</source>
        <translation>Eine Ellipse auswählen</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Select freehand</source>
        <translation>Freihändig auswählen</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Vieleck</translation>
    </message>
    <message>
        <source>Select by corners</source>
        <translation>Ecke um Ecke auswählen</translation>
    </message>
    <message>
        <source>Magic Wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Select what looks alike</source>
        <translation>Ähnliches auswählen</translation>
    </message>
    <message>
        <source>Colour Range</source>
        <translation>Farbbereich</translation>
    </message>
    <message>
        <source>Select colours, wherever they are</source>
        <translation>Farben auswählen, wo immer sie sind</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Maske</translation>
    </message>
    <message>
        <source>Mask All</source>
        <translation>Alles maskieren</translation>
    </message>
    <message>
        <source>Mask all of the picture</source>
        <translation>Das ganze Bild maskieren</translation>
    </message>
    <message>
        <source>Clear Mask</source>
        <translation>Maske löschen</translation>
    </message>
    <message>
        <source>Remove all of the mask</source>
        <translation>Die ganze Maske entfernen</translation>
    </message>
    <message>
        <source>Invert Mask</source>
        <translation>Maske umkehren</translation>
    </message>
    <message>
        <source>Mask what is not masked</source>
        <translation>Maskieren, was nicht maskiert ist</translation>
    </message>
    <message>
        <source>Last Mask Again</source>
        <translation>Letzte Maske noch einmal</translation>
    </message>
    <message>
        <source>Bring back the mask that was cleared</source>
        <translation>Die gelöschte Maske zurückholen</translation>
    </message>
    <message>
        <source>Grow…</source>
        <translation>Erweitern…</translation>
    </message>
    <message>
        <source>Move the edge of the mask out</source>
        <translation>Den Rand der Maske nach außen schieben</translation>
    </message>
    <message>
        <source>Shrink…</source>
        <translation>Verkleinern…</translation>
    </message>
    <message>
        <source>Move the edge of the mask in</source>
        <translation>Den Rand der Maske nach innen schieben</translation>
    </message>
    <message>
        <source>Feather…</source>
        <translation>Weiche Kante…</translation>
    </message>
    <message>
        <source>Soften the edge of the mask</source>
        <translation>Den Rand der Maske weicher machen</translation>
    </message>
    <message>
        <source>Smooth…</source>
        <translation>Glätten…</translation>
    </message>
    <message>
        <source>Round corners, remove specks</source>
        <translation>Ecken runden, Flecken entfernen</translation>
    </message>
    <message>
        <source>Show Mask</source>
        <translation>Maske zeigen</translation>
    </message>
    <message>
        <source>Show the mask or only the picture</source>
        <translation>Die Maske zeigen oder nur das Bild</translation>
    </message>
    <message>
        <source>Mask as Tint</source>
        <translation>Maske als Farbe</translation>
    </message>
    <message>
        <source>Show the mask in a colour</source>
        <translation>Die Maske in einer Farbe zeigen</translation>
    </message>
    <message>
        <source>Mask as Hatch</source>
        <translation>Maske als Schraffur</translation>
    </message>
    <message>
        <source>Show the mask by stripes</source>
        <translation>Die Maske durch Streifen zeigen</translation>
    </message>
    <message>
        <source>Mask as Marching Ants</source>
        <translation>Maske als Ameisenlinie</translation>
    </message>
    <message>
        <source>Show the mask by a moving edge</source>
        <translation>Die Maske durch einen wandernden Rand zeigen</translation>
    </message>
    <message>
        <source>Mask Colour…</source>
        <translation>Maskenfarbe…</translation>
    </message>
    <message>
        <source>Choose the colour of the tint</source>
        <translation>Die Farbe der Tönung wählen</translation>
    </message>
    <message>
        <source>Mask from Layer</source>
        <translation>Maske aus Ebene</translation>
    </message>
    <message>
        <source>Mask what is opaque in the active layer</source>
        <translation>Maskieren, was auf der aktiven Ebene deckt</translation>
    </message>
    <message>
        <source>Mask to Layer&apos;s Alpha</source>
        <translation>Maske in die Deckkraft der Ebene</translation>
    </message>
    <message>
        <source>Make transparent what is not masked in the active layer</source>
        <translation>Auf der aktiven Ebene durchsichtig machen, was nicht maskiert ist</translation>
    </message>
    <message>
        <source>Import Mask…</source>
        <translation>Maske einlesen…</translation>
    </message>
    <message>
        <source>Read the mask from a picture: white is masked</source>
        <translation>Die Maske aus einem Bild lesen: Weiß ist maskiert</translation>
    </message>
    <message>
        <source>Export Mask…</source>
        <translation>Maske ausgeben…</translation>
    </message>
    <message>
        <source>Save the mask as a grey picture</source>
        <translation>Die Maske als graues Bild speichern</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Zoom In</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>Näher hinsehen</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Zurücktreten</translation>
    </message>
    <message>
        <source>Fit in Window</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>Actual Size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Show every pixel as one pixel</source>
        <translation>Jeden Pixel als einen Pixel zeigen</translation>
    </message>
    <message>
        <source>Zoom to Mask</source>
        <translation>Auf die Maske zoomen</translation>
    </message>
    <message>
        <source>Show what the mask covers as large as it fits</source>
        <translation>Das Maskierte so groß zeigen, wie es passt</translation>
    </message>
    <message>
        <source>Rotate View Left</source>
        <translation>Ansicht nach links drehen</translation>
    </message>
    <message>
        <source>Turn the page to the left</source>
        <translation>Das Blatt nach links drehen</translation>
    </message>
    <message>
        <source>Rotate View Right</source>
        <translation>Ansicht nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn the page to the right</source>
        <translation>Das Blatt nach rechts drehen</translation>
    </message>
    <message>
        <source>Mirror View</source>
        <translation>Ansicht spiegeln</translation>
    </message>
    <message>
        <source>Show the page as in a mirror, to see its faults</source>
        <translation>Das Blatt wie im Spiegel zeigen, um Fehler zu sehen</translation>
    </message>
    <message>
        <source>Upright View</source>
        <translation>Aufrechte Ansicht</translation>
    </message>
    <message>
        <source>Undo rotating and mirroring the view</source>
        <translation>Drehen und Spiegeln der Ansicht aufheben</translation>
    </message>
    <message>
        <source>Rulers</source>
        <translation>Lineale</translation>
    </message>
    <message>
        <source>Show pixel scales along the canvas</source>
        <translation>Pixelskalen entlang der Leinwand zeigen</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Hilfslinien</translation>
    </message>
    <message>
        <source>Show the guides</source>
        <translation>Die Hilfslinien zeigen</translation>
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
        <translation>Pixelgitter</translation>
    </message>
    <message>
        <source>Set pixels apart above 800%</source>
        <translation>Pixel über 800&#xa0;% voneinander absetzen</translation>
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
        <source>Say what to make, and make it</source>
        <translation>Sagen, was entstehen soll, und es machen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show how pictures are made</source>
        <translation>Zeigen, wie Bilder gemacht werden</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Show how far the picture is</source>
        <translation>Zeigen, wie weit das Bild ist</translation>
    </message>
    <message>
        <source>Show the pictures of a run</source>
        <translation>Die Bilder eines Auftrags zeigen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Show the runs that wait</source>
        <translation>Die wartenden Aufträge zeigen</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Show the tool and its settings</source>
        <translation>Das Werkzeug und seine Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Show the colours to paint with</source>
        <translation>Die Farben zum Malen zeigen</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Show the layers</source>
        <translation>Die Ebenen zeigen</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <source>Show the whole picture, small</source>
        <translation>Das ganze Bild klein zeigen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Show all steps to return to</source>
        <translation>Alle Schritte zeigen, zu denen man zurückkann</translation>
    </message>
    <message>
        <source>Full Screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Fill the screen</source>
        <translation>Den Bildschirm füllen</translation>
    </message>
    <message>
        <source>Hide Panels</source>
        <translation>Bedienfelder ausblenden</translation>
    </message>
    <message>
        <source>Leave only the picture; on the canvas, Tab does it</source>
        <translation>Nur das Bild übrig lassen; auf der Leinwand tut es Tab</translation>
    </message>
    <message>
        <source>Next Panel</source>
        <translation>Nächstes Bedienfeld</translation>
    </message>
    <message>
        <source>Go to the next panel</source>
        <translation>Zum nächsten Bedienfeld gehen</translation>
    </message>
    <message>
        <source>Restore Default Layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Put every panel back in its place</source>
        <translation>Jedes Bedienfeld an seinen Platz zurücksetzen</translation>
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
        <source>Read how everything works</source>
        <translation>Lesen, wie alles geht</translation>
    </message>
    <message>
        <source>Find a Command…</source>
        <translation>Befehl suchen…</translation>
    </message>
    <message>
        <source>Type a few letters of any command</source>
        <translation>Ein paar Buchstaben eines Befehls eingeben</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>Version und Lizenzen</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
    <message>
        <source>Tab or Enter takes the marked one, Up and Down move, Esc closes the list</source>
        <translation>Tab oder Eingabe nimmt die markierte, Auf und Ab bewegen, Esc schließt die Liste</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Left edge; below 0 extends the canvas</source>
        <translation>Linker Rand; unter 0 erweitert die Leinwand</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>Top edge; below 0 extends the canvas</source>
        <translation>Oberer Rand; unter 0 erweitert die Leinwand</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
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
        <source>Cut or extend the picture to the frame</source>
        <translation>Das Bild auf den Rahmen beschneiden oder erweitern</translation>
    </message>
    <message>
        <source>Cancel the crop</source>
        <translation>Zuschneiden abbrechen</translation>
    </message>
    <message>
        <source>Leave the picture as it is</source>
        <translation>Das Bild lassen, wie es ist</translation>
    </message>
    <message>
        <source>“{prompt}” is done.</source>
        <translation>„{prompt}“ ist fertig.</translation>
    </message>
    <message>
        <source>{count} runs are done.</source>
        <translation>{count} Aufträge sind fertig.</translation>
    </message>
    <message>
        <source>{count} runs are done, {failed} failed.</source>
        <translation>{count} Aufträge sind fertig, {failed} gescheitert.</translation>
    </message>
    <message>
        <source>Hide {panel}</source>
        <translation>{panel} ausblenden</translation>
    </message>
    <message>
        <source>Save your changes first?</source>
        <translation>Die Änderungen erst speichern?</translation>
    </message>
    <message>
        <source>What you have not saved will be lost.</source>
        <translation>Was nicht gespeichert ist, geht verloren.</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>JPEG picture</source>
        <translation>JPEG-Bild</translation>
    </message>
    <message>
        <source>WebP picture</source>
        <translation>WebP-Bild</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>bild</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Click a step to return to it</source>
        <translation>Ein Klick auf einen Schritt kehrt zu ihm zurück</translation>
    </message>
    <message>
        <source>Layer name</source>
        <translation>Name der Ebene</translation>
    </message>
    <message>
        <source>Enter keeps the name</source>
        <translation>Eingabe behält den Namen</translation>
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
        <source>Drag a layer, or move it with Alt+Up and Alt+Down; double-click renames it, Space hides it, Delete removes it</source>
        <translation>Eine Ebene ziehen oder mit Alt+Auf und Alt+Ab bewegen; Doppelklick benennt sie um, Leertaste blendet sie aus, Entf entfernt sie</translation>
    </message>
    <message>
        <source>More about layers</source>
        <translation>Mehr zu Ebenen</translation>
    </message>
    <message>
        <source>Blend mode</source>
        <translation>Füllmethode</translation>
    </message>
    <message>
        <source>How the colours of the active layer meet those below</source>
        <translation>Wie die Farben der aktiven Ebene auf die darunter treffen</translation>
    </message>
    <message>
        <source>Layer opacity</source>
        <translation>Deckkraft der Ebene</translation>
    </message>
    <message>
        <source>How much of the active layer is seen</source>
        <translation>Wie viel von der aktiven Ebene zu sehen ist</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Links lead on</source>
        <translation>Links führen weiter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Die Seite davor</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>What there is to read</source>
        <translation>Was es zu lesen gibt</translation>
    </message>
    <message>
        <source>All commands and their keys</source>
        <translation>Alle Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
    <message>
        <source>Read a mask</source>
        <translation>Eine Maske einlesen</translation>
    </message>
    <message>
        <source>Save the mask</source>
        <translation>Die Maske speichern</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Look of the mask</source>
        <translation>Aussehen der Maske</translation>
    </message>
    <message>
        <source>How the mask is shown</source>
        <translation>Wie die Maske gezeigt wird</translation>
    </message>
    <message>
        <source>Colour of the mask</source>
        <translation>Farbe der Maske</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>What Generate will do</source>
        <translation>Was Generieren tun wird</translation>
    </message>
    <message>
        <source>What generating will do</source>
        <translation>Was das Generieren tun wird</translation>
    </message>
    <message>
        <source>What to do instead</source>
        <translation>Was stattdessen zu tun ist</translation>
    </message>
    <message>
        <source>Let the picture decide what Generate does, or decide yourself</source>
        <translation>Das Bild entscheiden lassen, was Generieren tut, oder selbst entscheiden</translation>
    </message>
    <message>
        <source>How far to depart</source>
        <translation>Wie weit abweichen</translation>
    </message>
    <message>
        <source>How far to depart from what is there: at 1% hardly, at 100% nothing of it is left</source>
        <translation>Wie weit vom Vorhandenen abweichen: bei 1&#xa0;% kaum, bei 100&#xa0;% bleibt nichts davon</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Text to image</source>
        <translation>Text zu Bild</translation>
    </message>
    <message>
        <source>Inpaint</source>
        <translation>Ausmalen</translation>
    </message>
    <message>
        <source>Outpaint</source>
        <translation>Erweitern</translation>
    </message>
    <message>
        <source>Paint over what should change</source>
        <translation>Übermalen, was sich ändern soll</translation>
    </message>
    <message>
        <source>Text to image, {width} x {height}</source>
        <translation>Text zu Bild, {width} x {height}</translation>
    </message>
    <message>
        <source>Inpaint the painted area</source>
        <translation>Den bemalten Bereich ausmalen</translation>
    </message>
    <message>
        <source>Outpaint what is empty</source>
        <translation>Füllen, was leer ist</translation>
    </message>
    <message>
        <source>Sketch in the painted area: depart {percent}%</source>
        <translation>Skizze im bemalten Bereich: {percent}&#xa0;% abweichen</translation>
    </message>
    <message>
        <source>Sketch: depart {percent}%</source>
        <translation>Skizze: {percent}&#xa0;% abweichen</translation>
    </message>
    <message>
        <source>Variation of the last result: depart {percent}%</source>
        <translation>Variation des letzten Ergebnisses: {percent}&#xa0;% abweichen</translation>
    </message>
    <message>
        <source>Upscale 4x, to {width} x {height}</source>
        <translation>Vierfach vergrößern, auf {width} x {height}</translation>
    </message>
    <message>
        <source>Upscale 4x, to {width} x {height}, in {tiles} tiles</source>
        <translation>Vierfach vergrößern, auf {width} x {height}, in {tiles} Kacheln</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom about the middle of the canvas</source>
        <translation>Um die Mitte der Leinwand zoomen</translation>
    </message>
    <message>
        <source>Screen pixels per picture pixel</source>
        <translation>Bildschirmpixel je Bildpixel</translation>
    </message>
    <message>
        <source>Drag to look at another part</source>
        <translation>Ziehen, um einen anderen Teil zu sehen</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Click a colour to paint with it</source>
        <translation>Eine Farbe anklicken, um mit ihr zu malen</translation>
    </message>
    <message>
        <source>Keep this colour in the palette</source>
        <translation>Diese Farbe in der Palette behalten</translation>
    </message>
    <message>
        <source>Take the marked colour out of the palette</source>
        <translation>Die markierte Farbe aus der Palette nehmen</translation>
    </message>
    <message>
        <source>Palettes</source>
        <translation>Paletten</translation>
    </message>
    <message>
        <source>Load or save</source>
        <translation>Laden oder speichern</translation>
    </message>
    <message>
        <source>Load Palette…</source>
        <translation>Palette laden…</translation>
    </message>
    <message>
        <source>Save Palette…</source>
        <translation>Palette speichern…</translation>
    </message>
    <message>
        <source>Built-in Palette</source>
        <translation>Mitgelieferte Palette</translation>
    </message>
    <message>
        <source>Load a palette</source>
        <translation>Eine Palette laden</translation>
    </message>
    <message>
        <source>Save the palette</source>
        <translation>Die Palette speichern</translation>
    </message>
    <message>
        <source>GIMP palettes (*.gpl)</source>
        <translation>GIMP-Paletten (*.gpl)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>What can be preferred</source>
        <translation>Was sich einstellen lässt</translation>
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
        <source>Everything is kept already</source>
        <translation>Alles ist schon gespeichert</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
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
        <source>The language of the interface</source>
        <translation>Die Sprache der Oberfläche</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Paints until a pen is used</source>
        <translation>Malt, bis ein Stift benutzt wird</translation>
    </message>
    <message>
        <source>Paints</source>
        <translation>Malt</translation>
    </message>
    <message>
        <source>Moves the page</source>
        <translation>Bewegt die Seite</translation>
    </message>
    <message>
        <source>One finger</source>
        <translation>Ein Finger</translation>
    </message>
    <message>
        <source>What one finger on a touch screen does; two always move the page</source>
        <translation>Was ein Finger auf einem Touchscreen tut; zwei bewegen immer die Seite</translation>
    </message>
    <message>
        <source>Size of the letters</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Size of the letters, as a share of the system&apos;s</source>
        <translation>Schriftgröße im Verhältnis zu der des Systems</translation>
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
        <source>From a light touch at the left to full pressure at the right.</source>
        <translation>Von leichter Berührung links bis zu vollem Druck rechts.</translation>
    </message>
    <message>
        <source>Drag a point, click to add one, Delete takes it away; Page Up and Page Down choose a point, arrow keys move it, Insert adds one</source>
        <translation>Einen Punkt ziehen, mit einem Klick hinzufügen, Entf nimmt ihn weg; Bild auf und Bild ab wählen einen Punkt, Pfeiltasten bewegen ihn, Einfg fügt einen hinzu</translation>
    </message>
    <message>
        <source>The same at any pressure</source>
        <translation>Gleich bei jedem Druck</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>In proportion to the pressure</source>
        <translation>Im Verhältnis zum Druck</translation>
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
        <source>Steps of this phase</source>
        <translation>Schritte dieser Phase</translation>
    </message>
    <message>
        <source>Progress in words</source>
        <translation>Fortschritt in Worten</translation>
    </message>
    <message>
        <source>Phase, step, time left</source>
        <translation>Phase, Schritt, Restzeit</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} warten</translation>
    </message>
    <message>
        <source>Painting at 64 x 64</source>
        <translation>Malen mit 64 x 64</translation>
    </message>
    <message>
        <source>Enlarging to 256 x 256</source>
        <translation>Vergrößern auf 256 x 256</translation>
    </message>
    <message>
        <source>Enlarging tile by tile</source>
        <translation>Kachel für Kachel vergrößern</translation>
    </message>
    <message>
        <source>Getting the model ready…</source>
        <translation>Das Modell wird bereitgemacht…</translation>
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
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Say in words what should appear</source>
        <translation>In Worten sagen, was erscheinen soll</translation>
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
        <source>Words that the prompt has, in any order</source>
        <translation>Worte des Prompts, in beliebiger Folge</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Lieblinge</translation>
    </message>
    <message>
        <source>Only favourites</source>
        <translation>Nur Lieblinge</translation>
    </message>
    <message>
        <source>Enter takes a prompt, Ctrl+D makes it a favourite, Shift+Delete forgets it</source>
        <translation>Eingabe nimmt einen Prompt, Strg+D macht ihn zum Liebling, Umschalt+Entf vergisst ihn</translation>
    </message>
    <message>
        <source>Ctrl+D favourite · Shift+Delete forget</source>
        <translation>Strg+D Liebling · Umschalt+Entf vergessen</translation>
    </message>
    <message>
        <source>{prompt}, favourite</source>
        <translation>{prompt}, Liebling</translation>
    </message>
    <message>
        <source>Stop the running picture; the next in the queue starts</source>
        <translation>Das laufende Bild anhalten; das nächste in der Schlange beginnt</translation>
    </message>
    <message>
        <source>What can it draw?</source>
        <translation>Was kann es malen?</translation>
    </message>
    <message>
        <source>Show all words that the model knows</source>
        <translation>Alle Worte zeigen, die das Modell kennt</translation>
    </message>
    <message>
        <source>While a picture is being made</source>
        <translation>Während ein Bild entsteht</translation>
    </message>
    <message>
        <source>What Generate does while a picture is being made</source>
        <translation>Was Generieren tut, während ein Bild entsteht</translation>
    </message>
    <message>
        <source>While busy: wait in the queue</source>
        <translation>Wenn beschäftigt: in der Schlange warten</translation>
    </message>
    <message>
        <source>While busy: replace the running one</source>
        <translation>Wenn beschäftigt: das laufende ersetzen</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>In die Schlange</translation>
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
        <source>What the picture should lead away from; it needs a guidance above 1</source>
        <translation>Wovon das Bild wegführen soll; braucht eine Führung über 1</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>Weglassen…</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Words that are put around the prompt</source>
        <translation>Worte, die den Prompt umgeben</translation>
    </message>
    <message>
        <source>Edit styles</source>
        <translation>Stile bearbeiten</translation>
    </message>
    <message>
        <source>Length of the prompt</source>
        <translation>Länge des Prompts</translation>
    </message>
    <message>
        <source>Tokens of the prompt, and how many the model reads</source>
        <translation>Token des Prompts und wie viele das Modell liest</translation>
    </message>
    <message>
        <source>Favourite prompt</source>
        <translation>Lieblingsprompt</translation>
    </message>
    <message>
        <source>No style</source>
        <translation>Kein Stil</translation>
    </message>
    <message>
        <source>{tokens} of at most {limit} tokens</source>
        <translation>{tokens} von höchstens {limit} Token</translation>
    </message>
    <message>
        <source>{tokens} tokens: the model reads the first {limit}, the end is cut off</source>
        <translation>{tokens} Token: das Modell liest die ersten {limit}, das Ende wird abgeschnitten</translation>
    </message>
    <message>
        <source>Drag a waiting run, or move it with Alt+Up and Alt+Down; Delete removes or cancels it, Enter tries a failed one again</source>
        <translation>Einen wartenden Auftrag ziehen oder mit Alt+Auf und Alt+Ab bewegen; Entf entfernt ihn oder bricht ihn ab, Eingabe versucht einen gescheiterten noch einmal</translation>
    </message>
    <message>
        <source>Run earlier</source>
        <translation>Früher ausführen</translation>
    </message>
    <message>
        <source>Run later</source>
        <translation>Später ausführen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Remove or cancel</source>
        <translation>Entfernen oder abbrechen</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alles abbrechen</translation>
    </message>
    <message>
        <source>Clear what ended</source>
        <translation>Beendetes entfernen</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
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
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Radius in pixels</source>
        <translation>Radius in Pixeln</translation>
    </message>
    <message>
        <source>In pixels of the picture</source>
        <translation>In Pixeln des Bildes</translation>
    </message>
    <message>
        <source>Forget These</source>
        <translation>Diese vergessen</translation>
    </message>
    <message>
        <source>Horizontal ruler</source>
        <translation>Waagerechtes Lineal</translation>
    </message>
    <message>
        <source>Vertical ruler</source>
        <translation>Senkrechtes Lineal</translation>
    </message>
    <message>
        <source>Drag a guide out of the ruler; Ctrl and a drag moves it</source>
        <translation>Eine Hilfslinie aus dem Lineal ziehen; Strg und Ziehen bewegt sie</translation>
    </message>
    <message>
        <source>The view is turned: pixels from the edge of the picture</source>
        <translation>Die Ansicht ist gedreht: Pixel ab dem Rand des Bildes</translation>
    </message>
    <message>
        <source>Before you generate</source>
        <translation>Vor dem Generieren</translation>
    </message>
    <message>
        <source>What will not go well, and why</source>
        <translation>Was nicht gut gehen wird, und warum</translation>
    </message>
    <message>
        <source>The model {model} is not installed or cannot be loaded: no picture yet.</source>
        <translation>Das Modell {model} ist nicht installiert oder kann nicht geladen werden: noch kein Bild.</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>weniger als 1&#xa0;%</translation>
    </message>
    <message>
        <source>The mask covers {percent} of what the model looks at: it may not notice. Paint a larger or rounder area.</source>
        <translation>Die Maske bedeckt {percent} von dem, was das Modell sieht: es bemerkt sie vielleicht nicht. Einen größeren oder runderen Bereich malen.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed and settings give the same picture; setting one keeps it</source>
        <translation>Gleicher Startwert und gleiche Einstellungen geben das gleiche Bild; wer einen setzt, behält ihn</translation>
    </message>
    <message>
        <source>Roll the seed</source>
        <translation>Startwert würfeln</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>Einen neuen Startwert würfeln</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>Startwert behalten</translation>
    </message>
    <message>
        <source>Keep this seed</source>
        <translation>Diesen Startwert behalten</translation>
    </message>
    <message>
        <source>This seed is kept</source>
        <translation>Dieser Startwert bleibt</translation>
    </message>
    <message>
        <source>Each run gets a new seed; click to keep this one</source>
        <translation>Jeder Auftrag bekommt einen neuen Startwert; ein Klick behält diesen</translation>
    </message>
    <message>
        <source>New selection</source>
        <translation>Neue Auswahl</translation>
    </message>
    <message>
        <source>What is selected becomes the mask</source>
        <translation>Das Ausgewählte wird zur Maske</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add to the mask: hold Shift</source>
        <translation>Zur Maske hinzufügen: Umschalt halten</translation>
    </message>
    <message>
        <source>Take away from the mask: hold Alt</source>
        <translation>Von der Maske wegnehmen: Alt halten</translation>
    </message>
    <message>
        <source>Intersect</source>
        <translation>Schnittmenge</translation>
    </message>
    <message>
        <source>Keep what is selected and masked: hold Shift and Alt</source>
        <translation>Behalten, was ausgewählt und maskiert ist: Umschalt und Alt halten</translation>
    </message>
    <message>
        <source>Feather in pixels</source>
        <translation>Weiche Kante in Pixeln</translation>
    </message>
    <message>
        <source>How far the edge fades to both sides, in pixels of the picture</source>
        <translation>Wie weit der Rand nach beiden Seiten ausläuft, in Pixeln des Bildes</translation>
    </message>
    <message>
        <source>Smooth edge</source>
        <translation>Glatter Rand</translation>
    </message>
    <message>
        <source>Pixels that the edge cuts are masked in part (anti-aliasing)</source>
        <translation>Pixel, die der Rand schneidet, sind zum Teil maskiert (Kantenglättung)</translation>
    </message>
    <message>
        <source>How different colours may be: 0 takes one, 255 all</source>
        <translation>Wie verschieden Farben sein dürfen: 0 nimmt eine, 255 alle</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Tolerance of colours</source>
        <translation>Farbtoleranz</translation>
    </message>
    <message>
        <source>Connected only</source>
        <translation>Nur Zusammenhängendes</translation>
    </message>
    <message>
        <source>Only what is joined to the pixel that is clicked (contiguous)</source>
        <translation>Nur was mit dem angeklickten Pixel verbunden ist (benachbart)</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>Weiche Kante</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Draft is fastest, Fine is most exact</source>
        <translation>Entwurf ist am schnellsten, Fein am genauesten</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>How closely to follow the prompt: higher is closer, and less varied</source>
        <translation>Wie genau dem Prompt gefolgt wird: höher ist genauer und weniger vielfältig</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Denoising steps: more take longer and give finer pictures</source>
        <translation>Entrauschungsschritte: mehr dauern länger und geben feinere Bilder</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>The way from noise to picture</source>
        <translation>Der Weg vom Rauschen zum Bild</translation>
    </message>
    <message>
        <source>CLIP guidance</source>
        <translation>CLIP-Führung</translation>
    </message>
    <message>
        <source>How far a second model, which compares pictures with words, pulls to the prompt</source>
        <translation>Wie stark ein zweites Modell, das Bilder mit Worten vergleicht, zum Prompt zieht</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>Zahl der Bilder</translation>
    </message>
    <message>
        <source>How many pictures to choose from</source>
        <translation>Wie viele Bilder zur Auswahl</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
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
        <source>Mark the command to change</source>
        <translation>Den Befehl markieren, der zu ändern ist</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Press the keys that should give the marked command</source>
        <translation>Die Tasten drücken, die den markierten Befehl geben sollen</translation>
    </message>
    <message>
        <source>No Keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>Take its keys away</source>
        <translation>Ihm die Tasten nehmen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Give it its default keys again</source>
        <translation>Ihm die vorgegebenen Tasten zurückgeben</translation>
    </message>
    <message>
        <source>Restore All Defaults</source>
        <translation>Alle Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Give every command its default keys again</source>
        <translation>Jedem Befehl die vorgegebenen Tasten zurückgeben</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Share of the present size</source>
        <translation>Anteil der jetzigen Größe</translation>
    </message>
    <message>
        <source>Keep the proportions</source>
        <translation>Seitenverhältnis behalten</translation>
    </message>
    <message>
        <source>Change width and height together</source>
        <translation>Breite und Höhe gemeinsam ändern</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>Was dabei herauskommt</translation>
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
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>How pixels between pixels are made</source>
        <translation>Wie Pixel zwischen Pixeln entstehen</translation>
    </message>
    <message>
        <source>Lanczos: sharp, for photographs</source>
        <translation>Lanczos: scharf, für Fotos</translation>
    </message>
    <message>
        <source>Bilinear: soft</source>
        <translation>Bilinear: weich</translation>
    </message>
    <message>
        <source>Nearest: hard squares, for pixel art</source>
        <translation>Nächster: harte Quadrate, für Pixelkunst</translation>
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
        <source>middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
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
        <source>Keep the picture at the {place}</source>
        <translation>Das Bild dort halten: {place}</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>What the tool in hand does</source>
        <translation>Was das Werkzeug in der Hand tut</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Größe des Bildes</translation>
    </message>
    <message>
        <source>Width and height in pixels</source>
        <translation>Breite und Höhe in Pixeln</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The model that makes the pictures</source>
        <translation>Das Modell, das die Bilder macht</translation>
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
        <source>What the style is called</source>
        <translation>Wie der Stil heißt</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Words around the prompt; without {prompt} they go behind it</source>
        <translation>Worte um den Prompt; ohne {prompt} stehen sie dahinter</translation>
    </message>
    <message>
        <source>Begin another style</source>
        <translation>Einen weiteren Stil beginnen</translation>
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
        <source>Close this window; all changes are kept</source>
        <translation>Dieses Fenster schließen; alle Änderungen bleiben</translation>
    </message>
    <message>
        <source>New style</source>
        <translation>Neuer Stil</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>What to hold in hand</source>
        <translation>Was man in der Hand hält</translation>
    </message>
    <message>
        <source>Colour range: click or drag over colours; Shift adds, Alt subtracts</source>
        <translation>Farbbereich: auf Farben klicken oder darüberziehen; Umschalt fügt hinzu, Alt zieht ab</translation>
    </message>
    <message>
        <source>Colour range</source>
        <translation>Farbbereich</translation>
    </message>
    <message>
        <source>Crop: drag an edge, outwards to extend; Return accepts, Esc cancels</source>
        <translation>Zuschneiden: einen Rand ziehen, nach außen zum Erweitern; Eingabe nimmt an, Esc bricht ab</translation>
    </message>
    <message>
        <source>Eyedropper: takes the colour under the pointer</source>
        <translation>Pipette: nimmt die Farbe unter dem Zeiger</translation>
    </message>
    <message>
        <source>Lasso: drag around what to mask; Shift adds, Alt subtracts</source>
        <translation>Lasso: um das ziehen, was maskiert werden soll; Umschalt fügt hinzu, Alt zieht ab</translation>
    </message>
    <message>
        <source>Mask eraser: takes away from where the next picture appears</source>
        <translation>Maskenradierer: nimmt weg, wo das nächste Bild erscheint</translation>
    </message>
    <message>
        <source>Mask brush: paints where the next picture appears</source>
        <translation>Maskenpinsel: malt, wo das nächste Bild erscheint</translation>
    </message>
    <message>
        <source>Colour brush: paints on a new layer; Alt picks a colour</source>
        <translation>Farbpinsel: malt auf eine neue Ebene; Alt nimmt eine Farbe auf</translation>
    </message>
    <message>
        <source>Colour eraser: erases the layer “{name}”</source>
        <translation>Farbradierer: radiert auf der Ebene „{name}“</translation>
    </message>
    <message>
        <source>Colour brush: paints on the layer “{name}”; Alt picks a colour</source>
        <translation>Farbpinsel: malt auf die Ebene „{name}“; Alt nimmt eine Farbe auf</translation>
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
        <source>“{name}” is locked: click its lock to paint on it.</source>
        <translation>„{name}“ ist gesperrt: auf das Schloss klicken, um darauf zu malen.</translation>
    </message>
    <message>
        <source>“{name}” is hidden: click its eye to paint on it.</source>
        <translation>„{name}“ ist ausgeblendet: auf das Auge klicken, um darauf zu malen.</translation>
    </message>
    <message>
        <source>The chosen picture is being made ready: go on once it is shown.</source>
        <translation>Das gewählte Bild wird vorbereitet: Weiter geht es, sobald es zu sehen ist.</translation>
    </message>
    <message>
        <source>Polygon: click corners, Return closes it, Backspace takes one back</source>
        <translation>Vieleck: Ecken anklicken, Eingabe schließt es, die Rücktaste nimmt eine zurück</translation>
    </message>
    <message>
        <source>{shape}: drag from corner to corner; Shift adds, Alt subtracts</source>
        <translation>{shape}: von Ecke zu Ecke ziehen; Umschalt fügt hinzu, Alt zieht ab</translation>
    </message>
    <message>
        <source>Magic wand: click what looks alike; Shift adds, Alt subtracts</source>
        <translation>Zauberstab: auf Ähnliches klicken; Umschalt fügt hinzu, Alt zieht ab</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Unknown words</source>
        <translation>Unbekannte Worte</translation>
    </message>
    <message>
        <source>Words that the model was not trained on change the picture by chance</source>
        <translation>Worte, die das Modell nicht gelernt hat, ändern das Bild zufällig</translation>
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
        <source>The starter does not know {words}.</source>
        <translation>Das Startmodell kennt {words} nicht.</translation>
    </message>
    <message>
        <source>The starter does not know {words}; it draws {nouns}</source>
        <translation>Das Startmodell kennt {words} nicht; es malt {nouns}</translation>
    </message>
    <message>
        <source>What the model can draw</source>
        <translation>Was das Modell malen kann</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>Dinge</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>Click a word to add it to the prompt</source>
        <translation>Ein Klick auf ein Wort fügt es dem Prompt hinzu</translation>
    </message>
    <message>
        <source>Add “{phrase}” to the prompt</source>
        <translation>„{phrase}“ dem Prompt hinzufügen</translation>
    </message>
    <message>
        <source>Open a picture, or describe one</source>
        <translation>Ein Bild öffnen oder eines beschreiben</translation>
    </message>
    <message>
        <source>Drop a picture here, or paste it with {keys}</source>
        <translation>Ein Bild hierherziehen oder mit {keys} einfügen</translation>
    </message>
    <message>
        <source>Or go on with</source>
        <translation>Oder weiter mit</translation>
    </message>
    <message>
        <source>Or begin with a photograph</source>
        <translation>Oder mit einem Foto beginnen</translation>
    </message>
    <message>
        <source>Or try one of these</source>
        <translation>Oder eines hiervon versuchen</translation>
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
        <source>Open a copy of it</source>
        <translation>Eine Kopie davon öffnen</translation>
    </message>
    <message>
        <source>Paint this picture</source>
        <translation>Dieses Bild malen</translation>
    </message>
    <message>
        <source>The picture was cropped or resized since this one was asked for: undo that to use it.</source>
        <translation>Das Bild wurde beschnitten oder skaliert, seit dieses verlangt wurde: das rückgängig machen, um es zu benutzen.</translation>
    </message>
    <message>
        <source> JPEG changes every pixel a little; PNG keeps each as it is.</source>
        <translation> JPEG ändert jeden Pixel ein wenig; PNG behält jeden, wie er ist.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} ist gespeichert.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Saving {name}…</source>
        <translation>{name} wird gespeichert …</translation>
    </message>
    <message>
        <source>The pasted picture is larger than this one; its edges are cut off.</source>
        <translation>Das eingefügte Bild ist größer als dieses; seine Ränder sind abgeschnitten.</translation>
    </message>
    <message>
        <source>Clear mask</source>
        <translation>Maske löschen</translation>
    </message>
    <message>
        <source>Paint a mask over the part that should change, then generate.</source>
        <translation>Eine Maske über den Teil malen, der sich ändern soll, dann generieren.</translation>
    </message>
    <message>
        <source>Make a picture first; then another prompt can be compared.</source>
        <translation>Erst ein Bild machen; dann lässt sich ein anderer Prompt vergleichen.</translation>
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
        <source>There was not enough memory for this run; a smaller count needs less.</source>
        <translation>Für diesen Auftrag reichte der Speicher nicht; weniger Bilder brauchen weniger.</translation>
    </message>
    <message>
        <source>no details</source>
        <translation>keine Einzelheiten</translation>
    </message>
    <message>
        <source>That did not work: {detail} ({kind}).</source>
        <translation>Das ging nicht: {detail} ({kind}).</translation>
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
        <source>A picture is being made: wait for it, or cancel it, then change the canvas.</source>
        <translation>Ein Bild entsteht: darauf warten oder abbrechen, dann die Leinwand ändern.</translation>
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
        <source>A picture keeps at least one layer: add another before you delete this one.</source>
        <translation>Ein Bild behält mindestens eine Ebene: eine andere hinzufügen, bevor diese gelöscht wird.</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>{name} löschen</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation>{name} ausblenden</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>{name} einblenden</translation>
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
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>There is nothing in “{name}” to copy here.</source>
        <translation>In „{name}“ gibt es hier nichts zu kopieren.</translation>
    </message>
    <message>
        <source>There is nothing to copy here.</source>
        <translation>Hier gibt es nichts zu kopieren.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>Ebene bewegen</translation>
    </message>
    <message>
        <source>There is no layer below this one to merge it with.</source>
        <translation>Unter dieser Ebene liegt keine, mit der sie zu vereinen wäre.</translation>
    </message>
    <message>
        <source>Merge down</source>
        <translation>Nach unten vereinen</translation>
    </message>
    <message>
        <source>There are no two visible layers to merge.</source>
        <translation>Es gibt keine zwei sichtbaren Ebenen zu vereinen.</translation>
    </message>
    <message>
        <source>Merge visible</source>
        <translation>Sichtbare vereinen</translation>
    </message>
    <message>
        <source>All layers are hidden: show one before you flatten the picture.</source>
        <translation>Alle Ebenen sind ausgeblendet: eine einblenden, bevor das Bild zusammengefügt wird.</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Zusammenfügen</translation>
    </message>
    <message>
        <source>“{name}” is locked: click its lock to change it.</source>
        <translation>„{name}“ ist gesperrt: auf das Schloss klicken, um sie zu ändern.</translation>
    </message>
    <message>
        <source>“{name}” is hidden: click its eye first.</source>
        <translation>„{name}“ ist ausgeblendet: erst auf das Auge klicken.</translation>
    </message>
    <message>
        <source>Mask all</source>
        <translation>Alles maskieren</translation>
    </message>
    <message>
        <source>Invert mask</source>
        <translation>Maske umkehren</translation>
    </message>
    <message>
        <source>Last mask</source>
        <translation>Letzte Maske</translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation>Maske erweitern</translation>
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
        <source>Mask from layer</source>
        <translation>Maske aus Ebene</translation>
    </message>
    <message>
        <source>Mask to layer&apos;s alpha</source>
        <translation>Maske in die Deckkraft der Ebene</translation>
    </message>
    <message>
        <source>Mask from {name}</source>
        <translation>Maske aus {name}</translation>
    </message>
    <message>
        <source>Saved the mask as {name}.</source>
        <translation>Die Maske ist als {name} gespeichert.</translation>
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
        <source>The prompts cannot be kept: {reason}.</source>
        <translation>Die Prompts können nicht aufbewahrt werden: {reason}.</translation>
    </message>
    <message>
        <source>The remembered prompts cannot be read, and new ones are not kept.</source>
        <translation>Die aufbewahrten Prompts sind nicht lesbar, und neue werden nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The remembered prompts were damaged: they are set aside as {name}.</source>
        <translation>Die aufbewahrten Prompts waren beschädigt: sie liegen jetzt als {name} beiseite.</translation>
    </message>
    <message>
        <source>This picture is in the document; undo takes it out.</source>
        <translation>Dieses Bild ist im Dokument; Rückgängig nimmt es heraus.</translation>
    </message>
    <message>
        <source>{model} · loading…</source>
        <translation>{model} · lädt…</translation>
    </message>
    <message>
        <source>{model} · not loaded</source>
        <translation>{model} · nicht geladen</translation>
    </message>
    <message>
        <source>There is no list “{name}”.</source>
        <translation>Es gibt keine Liste „{name}“.</translation>
    </message>
    <message>
        <source>There is no list “{name}”: put a file {file} into {folder}.</source>
        <translation>Es gibt keine Liste „{name}“: eine Datei {file} in {folder} legen.</translation>
    </message>
    <message>
        <source>The list {path} cannot be read as text.</source>
        <translation>Die Liste {path} ist nicht als Text lesbar.</translation>
    </message>
    <message>
        <source>The list {path} is empty.</source>
        <translation>Die Liste {path} ist leer.</translation>
    </message>
    <message>
        <source>The prompt is empty: say what you would like to see.</source>
        <translation>Der Prompt ist leer: beschreiben, was zu sehen sein soll.</translation>
    </message>
    <message>
        <source>Nothing is transparent: extend the canvas first.</source>
        <translation>Nichts ist durchsichtig: erst die Leinwand erweitern.</translation>
    </message>
    <message>
        <source>There is nothing yet to begin with: paint or open a picture first.</source>
        <translation>Noch gibt es nichts, womit zu beginnen wäre: erst malen oder ein Bild öffnen.</translation>
    </message>
    <message>
        <source>There is no result yet to vary: generate one first.</source>
        <translation>Noch gibt es kein Ergebnis zum Variieren: erst eines generieren.</translation>
    </message>
    <message>
        <source>There is nothing yet to upscale: generate or open a picture first.</source>
        <translation>Noch gibt es nichts zu vergrößern: erst ein Bild generieren oder öffnen.</translation>
    </message>
    <message>
        <source>This is no GIMP palette: its first line is not “{header}”.</source>
        <translation>Das ist keine GIMP-Palette: ihre erste Zeile ist nicht „{header}“.</translation>
    </message>
    <message>
        <source>This palette has {count} colours; {most} are the most.</source>
        <translation>Diese Palette hat {count} Farben; mehr als {most} gehen nicht.</translation>
    </message>
    <message>
        <source>Line {number} of the palette is no colour: three numbers from 0 to 255 are expected.</source>
        <translation>Zeile {number} der Palette ist keine Farbe: erwartet werden drei Zahlen von 0 bis 255.</translation>
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
        <source>“{name}” cannot be written: {reason}.</source>
        <translation>„{name}“ lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>The colour profile of “{name}” is damaged: its colours are taken as sRGB.</source>
        <translation>Das Farbprofil von „{name}“ ist beschädigt: die Farben werden als sRGB gelesen.</translation>
    </message>
    <message>
        <source>The mask “{name}” is {width} x {height} pixels and the picture {picture_width} x {picture_height}: give it the picture&apos;s size.</source>
        <translation>Die Maske „{name}“ hat {width} x {height} Pixel, das Bild {picture_width} x {picture_height}: ihr die Größe des Bildes geben.</translation>
    </message>
    <message>
        <source>The mask “{name}” is empty: make white what should be repainted.</source>
        <translation>Die Maske „{name}“ ist leer: weiß machen, was neu gemalt werden soll.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved: a mask&apos;s name has to end in .png.</source>
        <translation>„{name}“ lässt sich nicht speichern: der Name einer Maske muss auf .png enden.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved: end its name in .png, .jpg or .webp.</source>
        <translation>„{name}“ lässt sich nicht speichern: den Namen auf .png, .jpg oder .webp enden lassen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved: {suffix} has room for {limit} pixels a side, so choose .png.</source>
        <translation>„{name}“ lässt sich nicht speichern: {suffix} fasst nur {limit} Pixel je Seite, daher .png wählen.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture: choose a PNG, JPEG, WebP, GIF, BMP or TIFF file.</source>
        <translation>„{name}“ ist kein Bild: eine Datei in PNG, JPEG, WebP, GIF, BMP oder TIFF wählen.</translation>
    </message>
    <message>
        <source>“{name}” has more than {most} megapixels: scale it down first.</source>
        <translation>„{name}“ hat mehr als {most} Megapixel: erst verkleinern.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or cut off: get a fresh copy.</source>
        <translation>„{name}“ ist beschädigt oder abgeschnitten: eine neue Kopie besorgen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened ({reason}): choose another file.</source>
        <translation>„{name}“ lässt sich nicht öffnen ({reason}): eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>“{name}” is a folder: choose a picture in it.</source>
        <translation>„{name}“ ist ein Ordner: ein Bild darin wählen.</translation>
    </message>
    <message>
        <source>“{name}” is not a file: choose a picture.</source>
        <translation>„{name}“ ist keine Datei: ein Bild wählen.</translation>
    </message>
    <message>
        <source>“{path}” does not exist: check its name and folder.</source>
        <translation>„{path}“ gibt es nicht: Namen und Ordner prüfen.</translation>
    </message>
    <message>
        <source>“{name}” is CMYK: it is edited and saved as sRGB.</source>
        <translation>„{name}“ ist CMYK: es wird als sRGB bearbeitet und gespeichert.</translation>
    </message>
    <message>
        <source>“{name}” is grey with a colour profile: it is edited and saved as sRGB.</source>
        <translation>„{name}“ ist grau mit einem Farbprofil: es wird als sRGB bearbeitet und gespeichert.</translation>
    </message>
    <message>
        <source>“{name}” is a folder: choose another name.</source>
        <translation>„{name}“ ist ein Ordner: einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The folder “{folder}” does not exist: choose another one.</source>
        <translation>Den Ordner „{folder}“ gibt es nicht: einen anderen wählen.</translation>
    </message>
    <message>
        <source>The folder “{folder}” is read-only: choose another one.</source>
        <translation>In den Ordner „{folder}“ darf nicht geschrieben werden: einen anderen wählen.</translation>
    </message>
    <message>
        <source>The disk has no room for “{name}”: free some, or save elsewhere.</source>
        <translation>Auf dem Datenträger ist kein Platz für „{name}“: welchen schaffen oder woanders speichern.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved ({reason}): try another folder.</source>
        <translation>„{name}“ konnte nicht gespeichert werden ({reason}): einen anderen Ordner versuchen.</translation>
    </message>
    <message>
        <source>The mask is empty: paint over what should change.</source>
        <translation>Die Maske ist leer: übermalen, was sich ändern soll.</translation>
    </message>
    <message>
        <source>The interval of deep features must be a whole number from 1 to 10.</source>
        <translation>Der Abstand der tiefen Merkmale muss eine ganze Zahl von 1 bis 10 sein.</translation>
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
        <source>The steps {steps} do not fit an even stride: try ddim50 or {number}.</source>
        <translation>Die Schritte {steps} gehen nicht gleichmäßig auf: ddim50 oder {number} versuchen.</translation>
    </message>
    <message>
        <source>The steps must be a number such as “30”, a list such as “10,10,3,2,2”, “fast27”, “ddim50” or “logsnr15”.</source>
        <translation>Die Schritte müssen eine Zahl sein, etwa „30“, eine Liste, etwa „10,10,3,2,2“, oder „fast27“, „ddim50“ oder „logsnr15“.</translation>
    </message>
    <message>
        <source>Upscaling must be on or off.</source>
        <translation>Vergrößern muss an oder aus sein.</translation>
    </message>
    <message>
        <source>The thresholding must be {first} or {second}.</source>
        <translation>Das Begrenzen der Werte muss {first} oder {second} sein.</translation>
    </message>
    <message>
        <source>The model must have a name.</source>
        <translation>Das Modell muss einen Namen haben.</translation>
    </message>
    <message>
        <source>The picture and its mask must be given together.</source>
        <translation>Das Bild und seine Maske gehören zusammen.</translation>
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
        <source>The prompt has characters that are not text: retype it.</source>
        <translation>Der Prompt hat Zeichen, die kein Text sind: ihn neu eintippen.</translation>
    </message>
    <message>
        <source>The negative prompt has characters that are not text: retype it.</source>
        <translation>Der negative Prompt hat Zeichen, die kein Text sind: ihn neu eintippen.</translation>
    </message>
    <message>
        <source>The seed must be a whole number from 0 to {most}.</source>
        <translation>Der Startwert muss eine ganze Zahl von 0 bis {most} sein.</translation>
    </message>
    <message>
        <source>The number of pictures must be a whole number from 1 to {most}.</source>
        <translation>Die Zahl der Bilder muss eine ganze Zahl von 1 bis {most} sein.</translation>
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
        <source>The feather must be a whole number from 0 to {most}.</source>
        <translation>Die weiche Kante muss eine ganze Zahl von 0 bis {most} sein.</translation>
    </message>
    <message>
        <source>The strength must be a number from 0 to 1.</source>
        <translation>Die Stärke muss eine Zahl von 0 bis 1 sein.</translation>
    </message>
    <message>
        <source>To upscale takes a picture, without mask or strength.</source>
        <translation>Vergrößern braucht ein Bild, ohne Maske und ohne Stärke.</translation>
    </message>
    <message>
        <source>Pictures are upscaled one at a time, by the upsampler.</source>
        <translation>Bilder werden einzeln und vom Vergrößerungsnetz vergrößert.</translation>
    </message>
    <message>
        <source>The picture is too large to upscale: crop it to 2048 x 2048.</source>
        <translation>Das Bild ist zu groß zum Vergrößern: auf 2048 x 2048 zuschneiden.</translation>
    </message>
    <message>
        <source>The picture must be {size} bytes.</source>
        <translation>Das Bild muss aus {size} Bytes bestehen.</translation>
    </message>
    <message>
        <source>The mask must be {size} bytes.</source>
        <translation>Die Maske muss aus {size} Bytes bestehen.</translation>
    </message>
    <message>
        <source>The saved request is damaged: generate the edit again.</source>
        <translation>Der gespeicherte Auftrag ist beschädigt: die Änderung neu generieren.</translation>
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
        <source>The place of the edit must be whole numbers from -{most} to {most}.</source>
        <translation>Der Ort der Änderung muss aus ganzen Zahlen von -{most} bis {most} bestehen.</translation>
    </message>
    <message>
        <source>The size of the edit must be whole numbers from 1 to {most}.</source>
        <translation>Die Größe der Änderung muss aus ganzen Zahlen von 1 bis {most} bestehen.</translation>
    </message>
    <message>
        <source>The edited region must be square.</source>
        <translation>Der bearbeitete Bereich muss quadratisch sein.</translation>
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
        <source>Only pictures of 256 x 256 can be varied.</source>
        <translation>Nur Bilder von 256 x 256 Pixeln lassen sich variieren.</translation>
    </message>
    <message>
        <source>The lists in the prompt lead to too much text: use fewer at once.</source>
        <translation>Die Listen im Prompt führen zu zu viel Text: weniger auf einmal benutzen.</translation>
    </message>
    <message>
        <source>The list “{name}” leads back to itself.</source>
        <translation>Die Liste „{name}“ führt auf sich selbst zurück.</translation>
    </message>
    <message>
        <source>There is no model file {path}.</source>
        <translation>Es gibt keine Modelldatei {path}.</translation>
    </message>
    <message>
        <source>{name} holds more than tensors, so it is not loaded.</source>
        <translation>{name} enthält mehr als Tensoren und wird deshalb nicht geladen.</translation>
    </message>
    <message>
        <source>{name} holds no GLIDE network, or is damaged.</source>
        <translation>{name} enthält kein GLIDE-Netz oder ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} holds no noised CLIP, or is damaged.</source>
        <translation>{name} enthält kein CLIP für verrauschte Bilder oder ist beschädigt.</translation>
    </message>
    <message>
        <source>This machine has no device {name}: use auto or cpu.</source>
        <translation>Dieser Rechner hat kein Gerät {name}: auto oder cpu benutzen.</translation>
    </message>
    <message>
        <source>There is no model “{name}”; none is installed.</source>
        <translation>Es gibt kein Modell „{name}“; keines ist installiert.</translation>
    </message>
    <message>
        <source>There is no model “{name}”; installed: {known}.</source>
        <translation>Es gibt kein Modell „{name}“; installiert: {known}.</translation>
    </message>
    <message>
        <source>The model {name} has no CLIP: set CLIP guidance to 0.</source>
        <translation>Das Modell {name} hat kein CLIP: die CLIP-Führung auf 0 setzen.</translation>
    </message>
    <message>
        <source>The model {name} cannot inpaint: choose another model.</source>
        <translation>Das Modell {name} kann nicht ausmalen: ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Move: drag the layer “{name}”, or nudge it by arrow keys</source>
        <translation>Verschieben: die Ebene „{name}“ ziehen oder mit Pfeiltasten rücken</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>{name} verschieben</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
</context>
</TS>
