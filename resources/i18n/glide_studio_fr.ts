<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name></name>
    <message>
        <source>About GLIDE Studio</source>
        <translation>À propos de GLIDE Studio</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Fermer cette fenêtre</translation>
    </message>
    <message>
        <source>Licences of GLIDE Studio, its libraries and its data</source>
        <translation>Licences de GLIDE Studio, de ses bibliothèques et de ses données</translation>
    </message>
    <message>
        <source>Version and description</source>
        <translation>Version et description</translation>
    </message>
    <message>
        <source>Version {version}. An image editor for artists, built on GLIDE diffusion models.</source>
        <translation>Version {version}. Un éditeur d’images pour artistes, fondé sur les modèles de diffusion GLIDE.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliothèques</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>This library came without the text of its licence.</source>
        <translation>Cette bibliothèque a été fournie sans le texte de sa licence.</translation>
    </message>
    <message>
        <source>Generation started.</source>
        <translation>Génération démarrée.</translation>
    </message>
    <message>
        <source>Generation finished.</source>
        <translation>Génération terminée.</translation>
    </message>
    <message>
        <source>{percent} done.</source>
        <translation>{percent} terminé.</translation>
    </message>
    <message>
        <source>collapsed group</source>
        <translation>groupe replié</translation>
    </message>
    <message>
        <source>group</source>
        <translation>groupe</translation>
    </message>
    <message>
        <source>alpha locked</source>
        <translation>alpha verrouillé</translation>
    </message>
    <message>
        <source>clipped</source>
        <translation>écrêté</translation>
    </message>
    <message>
        <source>with mask</source>
        <translation>avec masque</translation>
    </message>
    <message>
        <source>with disabled mask</source>
        <translation>avec masque désactivé</translation>
    </message>
    <message>
        <source>mask not linked</source>
        <translation>masque non lié</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Darken</source>
        <translation>Obscurcir</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Colour burn</source>
        <translation>Densité couleur +</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>Soustraction</translation>
    </message>
    <message>
        <source>Lighten</source>
        <translation>Éclaircir</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Superposition</translation>
    </message>
    <message>
        <source>Colour dodge</source>
        <translation>Densité couleur −</translation>
    </message>
    <message>
        <source>Addition</source>
        <translation>Addition</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Incrustation</translation>
    </message>
    <message>
        <source>Soft light</source>
        <translation>Lumière tamisée</translation>
    </message>
    <message>
        <source>Hard light</source>
        <translation>Lumière crue</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Exclusion</source>
        <translation>Exclusion</translation>
    </message>
    <message>
        <source>Shade of grey</source>
        <translation>Niveau de gris</translation>
    </message>
    <message>
        <source>How light the grey of a colour is</source>
        <translation>À quel point le gris d’une couleur est clair</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Lightness</source>
        <translation>Clarté</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Tons</translation>
    </message>
    <message>
        <source>Which tones the sliders change</source>
        <translation>Les tons que les curseurs modifient</translation>
    </message>
    <message>
        <source>Shadows</source>
        <translation>Ombres</translation>
    </message>
    <message>
        <source>Midtones</source>
        <translation>Tons moyens</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Hautes lumières</translation>
    </message>
    <message>
        <source>Cyan/Red</source>
        <translation>Cyan/Rouge</translation>
    </message>
    <message>
        <source>Shift towards cyan (below 0) or red</source>
        <translation>Décaler vers le cyan (sous 0) ou le rouge</translation>
    </message>
    <message>
        <source>Magenta/Green</source>
        <translation>Magenta/Vert</translation>
    </message>
    <message>
        <source>Shift towards magenta (below 0) or green</source>
        <translation>Décaler vers le magenta (sous 0) ou le vert</translation>
    </message>
    <message>
        <source>Yellow/Blue</source>
        <translation>Jaune/Bleu</translation>
    </message>
    <message>
        <source>Shift towards yellow (below 0) or blue</source>
        <translation>Décaler vers le jaune (sous 0) ou le bleu</translation>
    </message>
    <message>
        <source>Preserve luminosity</source>
        <translation>Préserver la luminosité</translation>
    </message>
    <message>
        <source>Change the colours without making them lighter or darker</source>
        <translation>Modifier les couleurs sans les éclaircir ni les assombrir</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Luminosité</translation>
    </message>
    <message>
        <source>Lighter, or darker below 0</source>
        <translation>Plus clair, ou plus sombre sous 0</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>More contrast, or less below 0</source>
        <translation>Plus de contraste, ou moins sous 0</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>Teinte</translation>
    </message>
    <message>
        <source>Turn all hues, in degrees</source>
        <translation>Faire tourner toutes les teintes, en degrés</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Saturation</translation>
    </message>
    <message>
        <source>More colourful, or greyer below 0</source>
        <translation>Plus coloré, ou plus gris sous 0</translation>
    </message>
    <message>
        <source>How much sharper edges become</source>
        <translation>De combien les contours deviennent plus nets</translation>
    </message>
    <message>
        <source>Differences below this stay as they are, so that noise is not sharpened</source>
        <translation>Les différences en dessous restent telles quelles, pour ne pas renforcer le bruit</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>How far values differ on average</source>
        <translation>De combien les valeurs s’écartent en moyenne</translation>
    </message>
    <message>
        <source>Monochrome</source>
        <translation>Monochrome</translation>
    </message>
    <message>
        <source>The same noise in all channels, so that no colours appear</source>
        <translation>Le même bruit dans tous les canaux, pour qu’aucune couleur n’apparaisse</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Rayon</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Luminosity</source>
        <translation>Luminosité</translation>
    </message>
    <message>
        <source>Pen pressure</source>
        <translation>Pression du stylet</translation>
    </message>
    <message>
        <source>Set how pen pressure affects size and opacity</source>
        <translation>Régler l’effet de la pression du stylet sur la taille et l’opacité</translation>
    </message>
    <message>
        <source>A single dab of the brush</source>
        <translation>Une seule touche du pinceau</translation>
    </message>
    <message>
        <source>Brush diameter in picture pixels ([ decreases, ] increases it)</source>
        <translation>Diamètre du pinceau en pixels de l’image ([ le réduit, ] l’agrandit)</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Continu</translation>
    </message>
    <message>
        <source>Hardness of the brush edge (Shift+[ softer, Shift+] harder)</source>
        <translation>Dureté du bord du pinceau (Maj+[ plus doux, Maj+] plus dur)</translation>
    </message>
    <message>
        <source>Maximum coverage of a stroke; with the colour brushes, 1 to 9 and 0 set it. Generate repaints only a mask of at least 50%.</source>
        <translation>Couverture maximale d’un trait&#xa0;; avec les pinceaux de couleur, 1 à 9 et 0 la règlent. «&#xa0;Générer&#xa0;» ne repeint qu’un masque d’au moins 50&#xa0;%.</translation>
    </message>
    <message>
        <source>How far colours are carried along; 1 to 9 and 0 set it</source>
        <translation>Jusqu’où les couleurs sont entraînées&#xa0;; 1 à 9 et 0 le règlent</translation>
    </message>
    <message>
        <source>Distance between dabs in brush diameters; a solid line at the far left</source>
        <translation>Distance entre les touches, en diamètres de pinceau&#xa0;; une ligne continue tout à gauche</translation>
    </message>
    <message>
        <source>Smooth strokes by pulling the brush behind the pointer on a string of this length</source>
        <translation>Lisser les traits&#xa0;: le pointeur tire le pinceau derrière lui au bout d’un fil de cette longueur</translation>
    </message>
    <message>
        <source>Build up</source>
        <translation>Accumuler</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>Texture</translation>
    </message>
    <message>
        <source>Set tip and grain of the brush</source>
        <translation>Régler la pointe et le grain du pinceau</translation>
    </message>
    <message>
        <source>Add paint where a stroke crosses itself, like an airbrush</source>
        <translation>Ajouter de la couleur là où un trait se croise, comme avec un aérographe</translation>
    </message>
    <message>
        <source>Brush preview</source>
        <translation>Aperçu du pinceau</translation>
    </message>
    <message>
        <source>Brush size in pixels</source>
        <translation>Taille du pinceau en pixels</translation>
    </message>
    <message>
        <source>In picture pixels</source>
        <translation>En pixels de l’image</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Taille du pinceau</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Dureté</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Espacement</translation>
    </message>
    <message>
        <source>Stabiliser</source>
        <translation>Stabilisateur</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Fond</translation>
    </message>
    <message>
        <source>What lies around the object: the picture as it was, or what the model drew</source>
        <translation>Ce qui entoure l’objet&#xa0;: l’image telle qu’elle était, ou ce que le modèle a dessiné</translation>
    </message>
    <message>
        <source>{pixels} px</source>
        <translation>{pixels} px</translation>
    </message>
    <message>
        <source>Width of the soft edge, in pixels</source>
        <translation>Largeur du bord adouci, en pixels</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Move the edge outward, or inward if negative, in pixels</source>
        <translation>Déplacer le bord vers l’extérieur, ou vers l’intérieur si la valeur est négative, en pixels</translation>
    </message>
    <message>
        <source>Match colours</source>
        <translation>Accorder les couleurs</translation>
    </message>
    <message>
        <source>Match the colours of the ground that the model drew to those around the mask</source>
        <translation>Accorder les couleurs du fond dessiné par le modèle à celles qui entourent le masque</translation>
    </message>
    <message>
        <source>Continue the picture&apos;s colours across the border of the mask; mixed gradients also keep strong edges of the picture below</source>
        <translation>Prolonger les couleurs de l’image au-delà du bord du masque&#xa0;; les gradients mixtes gardent aussi les contours marqués de l’image en dessous</translation>
    </message>
    <message>
        <source>The step in brightness across the border of the mask, relative to the steps next to it: 1 means no seam</source>
        <translation>Le saut de luminosité au bord du masque, par rapport aux sauts voisins&#xa0;: 1 signifie qu’il n’y a pas de raccord visible</translation>
    </message>
    <message>
        <source>Use the blend with the least visible seam</source>
        <translation>Utiliser le fondu dont le raccord est le moins visible</translation>
    </message>
    <message>
        <source>Seam {seam}. Proposed: “{ground}”</source>
        <translation>Raccord {seam}. Proposé&#xa0;: «&#xa0;{ground}&#xa0;»</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Fill a mask first: here you adjust how the fill blends with the picture.</source>
        <translation>Remplir d’abord un masque&#xa0;: ici se règle la façon dont le remplissage se fond dans l’image.</translation>
    </message>
    <message>
        <source>Mean and variance</source>
        <translation>Moyenne et variance</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramme</translation>
    </message>
    <message>
        <source>Seamless</source>
        <translation>Sans raccord</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>Mixed gradients</source>
        <translation>Gradients mixtes</translation>
    </message>
    <message>
        <source>Use Proposed</source>
        <translation>Appliquer la proposition</translation>
    </message>
    <message>
        <source>Keep the picture&apos;s</source>
        <translation>Garder celui de l’image</translation>
    </message>
    <message>
        <source>Match the picture</source>
        <translation>Accorder à l’image</translation>
    </message>
    <message>
        <source>As made</source>
        <translation>Tel que généré</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Draft Wall</source>
        <translation>Mur d’esquisses</translation>
    </message>
    <message>
        <source>Number of drafts</source>
        <translation>Nombre d’esquisses</translation>
    </message>
    <message>
        <source>Number of drafts to draw</source>
        <translation>Nombre d’esquisses à dessiner</translation>
    </message>
    <message>
        <source>Draw Drafts</source>
        <translation>Dessiner des esquisses</translation>
    </message>
    <message>
        <source>Draw drafts for the prompt in place of these</source>
        <translation>Dessiner des esquisses pour le prompt à la place de celles-ci</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>The order of the drafts</source>
        <translation>L’ordre des esquisses</translation>
    </message>
    <message>
        <source>As drawn</source>
        <translation>Comme dessinées</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>Meilleure correspondance d’abord</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Size of the drafts</source>
        <translation>Taille des esquisses</translation>
    </message>
    <message>
        <source>Show the rejected drafts again</source>
        <translation>Montrer de nouveau les esquisses rejetées</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Temperature of the upsampler: lower values give smoother details</source>
        <translation>Température du suréchantillonneur&#xa0;: des valeurs plus basses donnent des détails plus lisses</translation>
    </message>
    <message>
        <source>Upsample the starred drafts and add them to the candidates</source>
        <translation>Agrandir les esquisses étoilées et les ajouter aux candidats</translation>
    </message>
    <message>
        <source>Enter or a double click: star · Delete: reject</source>
        <translation>Entrée ou double-clic&#xa0;: étoile · Suppr&#xa0;: rejeter</translation>
    </message>
    <message>
        <source>Enlarge Starred</source>
        <translation>Agrandir les étoilées</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidats</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Generate a picture, or repaint the masked area</source>
        <translation>Générer une image, ou repeindre la zone masquée</translation>
    </message>
    <message>
        <source>Remove what is selected: its surroundings continue there, without a prompt</source>
        <translation>Supprimer ce qui est sélectionné&#xa0;: les alentours s’y prolongent, sans prompt</translation>
    </message>
    <message>
        <source>Retry Prompt with Same Seed</source>
        <translation>Réessayer le prompt avec la même graine</translation>
    </message>
    <message>
        <source>Run the current prompt with the seed and settings of the last run</source>
        <translation>Exécuter le prompt actuel avec la graine et les réglages de la dernière tâche</translation>
    </message>
    <message>
        <source>Cancel the current run</source>
        <translation>Annuler la tâche en cours</translation>
    </message>
    <message>
        <source>Stop this run and clear the queue</source>
        <translation>Annuler cette tâche et vider la file d’attente</translation>
    </message>
    <message>
        <source>Show a quick picture over the canvas that follows every stroke and every word</source>
        <translation>Afficher sur le canevas une image rapide qui suit chaque trait et chaque mot</translation>
    </message>
    <message>
        <source>Set Generate to create a new picture from the prompt</source>
        <translation>Régler «&#xa0;Générer&#xa0;» pour créer une nouvelle image à partir du prompt</translation>
    </message>
    <message>
        <source>Set Generate to repaint the masked area</source>
        <translation>Régler «&#xa0;Générer&#xa0;» pour repeindre la zone masquée</translation>
    </message>
    <message>
        <source>Set Generate to fill the transparent area</source>
        <translation>Régler «&#xa0;Générer&#xa0;» pour remplir la zone transparente</translation>
    </message>
    <message>
        <source>Set Generate to turn a rough sketch into a picture</source>
        <translation>Régler «&#xa0;Générer&#xa0;» pour faire d’un croquis une image</translation>
    </message>
    <message>
        <source>Set Generate to vary the last result</source>
        <translation>Régler «&#xa0;Générer&#xa0;» pour varier le dernier résultat</translation>
    </message>
    <message>
        <source>Upscale</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Set Generate to enlarge the whole picture</source>
        <translation>Régler «&#xa0;Générer&#xa0;» pour agrandir toute l’image</translation>
    </message>
    <message>
        <source>Add the prompt to the favourites, or remove it</source>
        <translation>Ajouter le prompt aux favoris, ou l’en retirer</translation>
    </message>
    <message>
        <source>Edit the styles, which add words to a prompt</source>
        <translation>Modifier les styles, qui ajoutent des mots à un prompt</translation>
    </message>
    <message>
        <source>Show the next candidate</source>
        <translation>Afficher le candidat suivant</translation>
    </message>
    <message>
        <source>Show the previous candidate</source>
        <translation>Afficher le candidat précédent</translation>
    </message>
    <message>
        <source>Compare with Original</source>
        <translation>Comparer à l’original</translation>
    </message>
    <message>
        <source>Switch between the original and the shown candidate</source>
        <translation>Passer de l’original au candidat affiché, et inversement</translation>
    </message>
    <message>
        <source>Generate variations of the selected candidate</source>
        <translation>Générer des variations du candidat sélectionné</translation>
    </message>
    <message>
        <source>Continue from this step with the current prompt, guidance, mask and seed</source>
        <translation>Continuer à partir de cette étape avec le prompt, le guidage, le masque et la graine actuels</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Add the shown candidate to the picture</source>
        <translation>Ajouter le candidat affiché à l’image</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Discard the shown candidate</source>
        <translation>Rejeter le candidat affiché</translation>
    </message>
    <message>
        <source>Accept Single Results Automatically</source>
        <translation>Accepter automatiquement les résultats uniques</translation>
    </message>
    <message>
        <source>Automatically accept the result of a run with a single picture</source>
        <translation>Accepter automatiquement le résultat d’une tâche d’une seule image</translation>
    </message>
    <message>
        <source>Sound When Finished</source>
        <translation>Son à la fin</translation>
    </message>
    <message>
        <source>Play a sound when all runs are finished</source>
        <translation>Jouer un son quand toutes les tâches sont terminées</translation>
    </message>
    <message>
        <source>Notification When Finished</source>
        <translation>Notification à la fin</translation>
    </message>
    <message>
        <source>Show a notification when all runs are finished and the window is in the background</source>
        <translation>Afficher une notification quand toutes les tâches sont terminées et que la fenêtre est à l’arrière-plan</translation>
    </message>
    <message>
        <source>Click or press an arrow key to show a candidate, Enter to accept it, Delete to discard it; hold Space to see the original</source>
        <translation>Cliquer ou appuyer sur une flèche affiche un candidat, Entrée l’accepte, Suppr le rejette&#xa0;; Espace maintenu affiche l’original</translation>
    </message>
    <message>
        <source>Candidates to choose from appear here.</source>
        <translation>Les candidats à choisir apparaissent ici.</translation>
    </message>
    <message>
        <source>Fade between the original and the candidate; hold Space in the list to see the original</source>
        <translation>Passer en fondu de l’original au candidat&#xa0;; dans la liste, Espace maintenu affiche l’original</translation>
    </message>
    <message>
        <source>Discard the selected candidate, or restore it</source>
        <translation>Rejeter le candidat sélectionné, ou le restaurer</translation>
    </message>
    <message>
        <source>Generate four variations of the selected candidate</source>
        <translation>Générer quatre variations du candidat sélectionné</translation>
    </message>
    <message>
        <source>Strength of variations</source>
        <translation>Force des variations</translation>
    </message>
    <message>
        <source>Show discarded</source>
        <translation>Afficher les rejetés</translation>
    </message>
    <message>
        <source>Show discarded candidates, which are kept until the picture is closed</source>
        <translation>Afficher les candidats rejetés, gardés jusqu’à la fermeture de l’image</translation>
    </message>
    <message>
        <source>Least seam first</source>
        <translation>Raccord le moins visible d’abord</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Trier</translation>
    </message>
    <message>
        <source>The order of the candidates of a run</source>
        <translation>L’ordre des candidats d’une tâche</translation>
    </message>
    <message>
        <source>Seam {figure}, {place} of {number}</source>
        <translation>Raccord {figure}, {place} sur {number}</translation>
    </message>
    <message>
        <source>Prompt match {figure}, {place} of {number}: how well it matches the prompt, according to CLIP; advisory only</source>
        <translation>Correspondance avec le prompt {figure}, {place} sur {number}&#xa0;: à quel point il correspond au prompt, selon CLIP&#xa0;; à titre indicatif</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>How much variations may change; at 100% nothing of the candidate remains</source>
        <translation>Ce que les variations peuvent changer&#xa0;; à 100&#xa0;%, il ne reste rien du candidat</translation>
    </message>
    <message>
        <source>The order in which they were generated</source>
        <translation>L’ordre dans lequel ils ont été générés</translation>
    </message>
    <message>
        <source>The bar below each shows how well it matches the prompt, according to CLIP</source>
        <translation>La barre sous chaque candidat indique à quel point il correspond au prompt, selon CLIP</translation>
    </message>
    <message>
        <source>The number on each shows how visible the mask&apos;s border is; 1 means no seam</source>
        <translation>Le nombre sur chaque candidat indique à quel point le bord du masque est visible&#xa0;; 1 signifie aucun raccord visible</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>{prompt}, waiting</source>
        <translation>{prompt}, en attente</translation>
    </message>
    <message>
        <source>{prompt}, seed {seed}, discarded</source>
        <translation>{prompt}, graine {seed}, rejeté</translation>
    </message>
    <message>
        <source>{prompt}, seed {seed}</source>
        <translation>{prompt}, graine {seed}</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Canevas</translation>
    </message>
    <message>
        <source>The picture and its mask. Drag to use the current tool, hold Space and drag to pan, hold R and drag to rotate, turn the wheel to zoom. Arrow keys pan, plus and minus zoom.</source>
        <translation>L’image et son masque. Glisser utilise l’outil actuel&#xa0;; glisser avec Espace maintenu déplace la vue, avec R maintenu la pivote, la molette zoome. Les flèches déplacent la vue, plus et moins zooment.</translation>
    </message>
    <message>
        <source>Remove guide</source>
        <translation>Retirer le guide</translation>
    </message>
    <message>
        <source>Move guide</source>
        <translation>Déplacer le guide</translation>
    </message>
    <message>
        <source>Add guide</source>
        <translation>Ajouter un guide</translation>
    </message>
    <message>
        <source>Clear guides</source>
        <translation>Retirer les guides</translation>
    </message>
    <message>
        <source>Mask brush: drag over the area to select; Alt subtracts</source>
        <translation>Pinceau de masque&#xa0;: glisser sur la zone à sélectionner&#xa0;; Alt soustrait</translation>
    </message>
    <message>
        <source>Erase mask</source>
        <translation>Gommer le masque</translation>
    </message>
    <message>
        <source>Mask eraser: drag to erase the mask</source>
        <translation>Gomme de masque&#xa0;: glisser pour effacer le masque</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Which channel is changed</source>
        <translation>Le canal qui est modifié</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RVB</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Courbe</translation>
    </message>
    <message>
        <source>Input levels</source>
        <translation>Niveaux d’entrée</translation>
    </message>
    <message>
        <source>Drag black, gamma and white</source>
        <translation>Faire glisser le noir, le gamma et le blanc</translation>
    </message>
    <message>
        <source>Output levels</source>
        <translation>Niveaux de sortie</translation>
    </message>
    <message>
        <source>Drag black and white</source>
        <translation>Faire glisser le noir et le blanc</translation>
    </message>
    <message>
        <source>Input black</source>
        <translation>Noir d’entrée</translation>
    </message>
    <message>
        <source>This and lower values become black</source>
        <translation>Cette valeur et celles en dessous deviennent noires</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Above 1 the midtones become lighter, below 1 darker</source>
        <translation>Au-dessus de 1 les tons moyens s’éclaircissent, en dessous ils s’assombrissent</translation>
    </message>
    <message>
        <source>Input white</source>
        <translation>Blanc d’entrée</translation>
    </message>
    <message>
        <source>This and higher values become white</source>
        <translation>Cette valeur et celles au-dessus deviennent blanches</translation>
    </message>
    <message>
        <source>Output black</source>
        <translation>Noir de sortie</translation>
    </message>
    <message>
        <source>The value that black becomes</source>
        <translation>La valeur que prend le noir</translation>
    </message>
    <message>
        <source>Output white</source>
        <translation>Blanc de sortie</translation>
    </message>
    <message>
        <source>The value that white becomes</source>
        <translation>La valeur que prend le blanc</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Hexadecimal colour</source>
        <translation>Couleur hexadécimale</translation>
    </message>
    <message>
        <source>Six hexadecimal digits, such as #ff8800</source>
        <translation>Six chiffres hexadécimaux, par exemple #ff8800</translation>
    </message>
    <message>
        <source>“{text}” is not a colour. Enter six hexadecimal digits, such as #ff8800.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas une couleur. Saisir six chiffres hexadécimaux, par exemple #ff8800.</translation>
    </message>
    <message>
        <source>Foreground {foreground}, background {background}</source>
        <translation>Premier plan {foreground}, arrière-plan {background}</translation>
    </message>
    <message>
        <source>Colour wheel</source>
        <translation>Roue des couleurs</translation>
    </message>
    <message>
        <source>Recent colours</source>
        <translation>Couleurs récentes</translation>
    </message>
    <message>
        <source>Foreground and background</source>
        <translation>Premier plan et arrière-plan</translation>
    </message>
    <message>
        <source>Drag on the ring to set the hue, in the square to set saturation and value; the arrow keys, Page Up and Page Down work too</source>
        <translation>Glisser sur l’anneau règle la teinte, dans le carré la saturation et la valeur&#xa0;; les flèches, Page préc. et Page suiv. aussi</translation>
    </message>
    <message>
        <source>Recently used colours</source>
        <translation>Couleurs utilisées récemment</translation>
    </message>
    <message>
        <source>Foreground and background colours (X swaps them, D resets them)</source>
        <translation>Couleurs de premier plan et d’arrière-plan (X les échange, D les réinitialise)</translation>
    </message>
    <message>
        <source>Colour selectors</source>
        <translation>Sélecteurs de couleur</translation>
    </message>
    <message>
        <source>Choose a colour by wheel, numbers or palette</source>
        <translation>Choisir une couleur par la roue, les nombres ou la palette</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Roue</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Toutes les commandes</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Taper une commande</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Type a few letters of a command, then press Return to run it</source>
        <translation>Taper quelques lettres d’une commande, puis appuyer sur Entrée pour l’exécuter</translation>
    </message>
    <message>
        <source>Click a command to run it</source>
        <translation>Cliquer sur une commande pour l’exécuter</translation>
    </message>
    <message>
        <source>No matching commands.</source>
        <translation>Aucune commande correspondante.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinceau</translation>
    </message>
    <message>
        <source>Mask Brush</source>
        <translation>Pinceau de masque</translation>
    </message>
    <message>
        <source>Mask Eraser</source>
        <translation>Gomme de masque</translation>
    </message>
    <message>
        <source>Smaller Brush</source>
        <translation>Pinceau plus petit</translation>
    </message>
    <message>
        <source>Larger Brush</source>
        <translation>Pinceau plus grand</translation>
    </message>
    <message>
        <source>Softer Brush</source>
        <translation>Pinceau plus doux</translation>
    </message>
    <message>
        <source>Harder Brush</source>
        <translation>Pinceau plus dur</translation>
    </message>
    <message>
        <source>Paint a mask over the area to repaint</source>
        <translation>Peindre un masque sur la zone à repeindre</translation>
    </message>
    <message>
        <source>Erase the mask</source>
        <translation>Gommer le masque</translation>
    </message>
    <message>
        <source>Brush Presets…</source>
        <translation>Préréglages de pinceau…</translation>
    </message>
    <message>
        <source>Choose a brush, or save the current one</source>
        <translation>Choisir un pinceau, ou enregistrer l’actuel</translation>
    </message>
    <message>
        <source>Decrease the brush size</source>
        <translation>Diminuer la taille du pinceau</translation>
    </message>
    <message>
        <source>Increase the brush size</source>
        <translation>Augmenter la taille du pinceau</translation>
    </message>
    <message>
        <source>Decrease the hardness of the brush</source>
        <translation>Diminuer la dureté du pinceau</translation>
    </message>
    <message>
        <source>Increase the hardness of the brush</source>
        <translation>Augmenter la dureté du pinceau</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Couleur</translation>
    </message>
    <message>
        <source>Colour Brush</source>
        <translation>Pinceau de couleur</translation>
    </message>
    <message>
        <source>Use the mask as the matte that cuts out the object of the active layer&apos;s edit</source>
        <translation>Utiliser le masque pour détourer l’objet de la modification du calque actif</translation>
    </message>
    <message>
        <source>Show or hide the mask; what it selects stays selected</source>
        <translation>Afficher ou cacher le masque&#xa0;; ce qu’il sélectionne reste sélectionné</translation>
    </message>
    <message>
        <source>Paint the active layer with colour</source>
        <translation>Peindre le calque actif en couleur</translation>
    </message>
    <message>
        <source>Colour Eraser</source>
        <translation>Gomme de couleur</translation>
    </message>
    <message>
        <source>Erase the active layer</source>
        <translation>Gommer le calque actif</translation>
    </message>
    <message>
        <source>Restore Brush</source>
        <translation>Pinceau de restauration</translation>
    </message>
    <message>
        <source>Paint the active layer as it was at an earlier step of the history</source>
        <translation>Peindre le calque actif tel qu’il était à une étape antérieure de l’historique</translation>
    </message>
    <message>
        <source>Clone Brush</source>
        <translation>Pinceau de clonage</translation>
    </message>
    <message>
        <source>Copy another part of the picture; Alt+click sets the source</source>
        <translation>Copier une autre partie de l’image&#xa0;; Alt+clic définit la source</translation>
    </message>
    <message>
        <source>Heal Brush</source>
        <translation>Correcteur</translation>
    </message>
    <message>
        <source>Replace blemishes by what surrounds them</source>
        <translation>Remplacer les défauts par ce qui les entoure</translation>
    </message>
    <message>
        <source>Smudge Brush</source>
        <translation>Doigt</translation>
    </message>
    <message>
        <source>Smear the active layer, like a finger through wet paint</source>
        <translation>Étaler le calque actif, comme un doigt dans la peinture fraîche</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Dégradé</translation>
    </message>
    <message>
        <source>Fill the selection of the active layer with a gradient, by dragging</source>
        <translation>Remplir la sélection du calque actif d’un dégradé, en glissant</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>Pipette</translation>
    </message>
    <message>
        <source>Pick a colour from the picture, or hold Alt while painting</source>
        <translation>Prélever une couleur dans l’image, ou maintenir Alt en peignant</translation>
    </message>
    <message>
        <source>Fill the selection of the active layer with the foreground colour</source>
        <translation>Remplir la sélection du calque actif avec la couleur de premier plan</translation>
    </message>
    <message>
        <source>Swap the foreground and background colours</source>
        <translation>Échanger les couleurs de premier plan et d’arrière-plan</translation>
    </message>
    <message>
        <source>Reset Colours</source>
        <translation>Réinitialiser les couleurs</translation>
    </message>
    <message>
        <source>Set the foreground to black and the background to white</source>
        <translation>Mettre le premier plan au noir et l’arrière-plan au blanc</translation>
    </message>
    <message>
        <source>Fill Layer</source>
        <translation>Remplir le calque</translation>
    </message>
    <message>
        <source>Swap Colours</source>
        <translation>Échanger les couleurs</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>Ouvrir une image</translation>
    </message>
    <message>
        <source>Place as Layer…</source>
        <translation>Placer comme calque…</translation>
    </message>
    <message>
        <source>Add pictures as layers, as dropping them with Shift does</source>
        <translation>Ajouter des images comme calques, comme en les déposant avec Maj</translation>
    </message>
    <message>
        <source>Open Recent</source>
        <translation>Ouvrir récent</translation>
    </message>
    <message>
        <source>Open a recently used file</source>
        <translation>Ouvrir un fichier utilisé récemment</translation>
    </message>
    <message>
        <source>Save the picture under another name</source>
        <translation>Enregistrer l’image sous un autre nom</translation>
    </message>
    <message>
        <source>Use the prompt and settings that a picture was generated with</source>
        <translation>Utiliser le prompt et les réglages avec lesquels une image a été générée</translation>
    </message>
    <message>
        <source>Write a flat picture for other programs; the document does not change</source>
        <translation>Écrire une image aplatie pour d’autres logiciels&#xa0;; le document ne change pas</translation>
    </message>
    <message>
        <source>Close the picture</source>
        <translation>Fermer l’image</translation>
    </message>
    <message>
        <source>Quit GLIDE Studio</source>
        <translation>Quitter GLIDE Studio</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Annuler la dernière étape</translation>
    </message>
    <message>
        <source>Redo the step that was undone last</source>
        <translation>Rétablir la dernière étape annulée</translation>
    </message>
    <message>
        <source>Cut the selection of the active layer to the clipboard</source>
        <translation>Couper la sélection du calque actif dans le presse-papiers</translation>
    </message>
    <message>
        <source>Copy the selection of the active layer</source>
        <translation>Copier la sélection du calque actif</translation>
    </message>
    <message>
        <source>Copy the selection of all visible layers</source>
        <translation>Copier la sélection de tous les calques visibles</translation>
    </message>
    <message>
        <source>Paste the clipboard as a new layer</source>
        <translation>Coller le presse-papiers comme nouveau calque</translation>
    </message>
    <message>
        <source>Make the selection of the active layer transparent</source>
        <translation>Rendre transparente la sélection du calque actif</translation>
    </message>
    <message>
        <source>Set language, theme, text size and shortcuts</source>
        <translation>Régler la langue, le thème, la taille du texte et les raccourcis</translation>
    </message>
    <message>
        <source>Crop the picture, or extend the canvas</source>
        <translation>Rogner l’image, ou agrandir le canevas</translation>
    </message>
    <message>
        <source>Crop or extend the canvas at its edges</source>
        <translation>Rogner ou agrandir le canevas par ses bords</translation>
    </message>
    <message>
        <source>Rotate the picture 90° to the right</source>
        <translation>Pivoter l’image de 90° à droite</translation>
    </message>
    <message>
        <source>Rotate the picture 90° to the left</source>
        <translation>Pivoter l’image de 90° à gauche</translation>
    </message>
    <message>
        <source>Rotate the picture by 180°</source>
        <translation>Pivoter l’image de 180°</translation>
    </message>
    <message>
        <source>Flip the picture left to right</source>
        <translation>Retourner l’image de gauche à droite</translation>
    </message>
    <message>
        <source>Flip the picture top to bottom</source>
        <translation>Retourner l’image de haut en bas</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy Merged</source>
        <translation>Copier avec fusion</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Préférences…</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Rogner</translation>
    </message>
    <message>
        <source>Canvas Size…</source>
        <translation>Taille du canevas…</translation>
    </message>
    <message>
        <source>Image Size…</source>
        <translation>Taille de l’image…</translation>
    </message>
    <message>
        <source>Scale the whole picture</source>
        <translation>Redimensionner toute l’image</translation>
    </message>
    <message>
        <source>Rotate 90° Right</source>
        <translation>Rotation de 90° à droite</translation>
    </message>
    <message>
        <source>Rotate 90° Left</source>
        <translation>Rotation de 90° à gauche</translation>
    </message>
    <message>
        <source>Rotate 180°</source>
        <translation>Rotation de 180°</translation>
    </message>
    <message>
        <source>Flip Horizontally</source>
        <translation>Symétrie horizontale</translation>
    </message>
    <message>
        <source>Flip Vertically</source>
        <translation>Symétrie verticale</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Générer</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Générer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel All</source>
        <translation>Tout annuler</translation>
    </message>
    <message>
        <source>Earlier Prompts…</source>
        <translation>Prompts précédents…</translation>
    </message>
    <message>
        <source>Favourite Prompt</source>
        <translation>Prompt favori</translation>
    </message>
    <message>
        <source>Edit Styles…</source>
        <translation>Modifier les styles…</translation>
    </message>
    <message>
        <source>Word Lists…</source>
        <translation>Listes de mots…</translation>
    </message>
    <message>
        <source>Open the folder of word lists, which prompts refer to as in __mood__</source>
        <translation>Ouvrir le dossier des listes de mots, auxquelles les prompts font référence comme dans __mood__</translation>
    </message>
    <message>
        <source>Next Candidate</source>
        <translation>Candidat suivant</translation>
    </message>
    <message>
        <source>Previous Candidate</source>
        <translation>Candidat précédent</translation>
    </message>
    <message>
        <source>More Like This</source>
        <translation>D’autres comme celle-ci</translation>
    </message>
    <message>
        <source>Text to Image</source>
        <translation>Texte vers image</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Croquis</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>Variation</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>Ca&amp;lque</translation>
    </message>
    <message>
        <source>New Layer</source>
        <translation>Nouveau calque</translation>
    </message>
    <message>
        <source>Add an empty layer above the active one</source>
        <translation>Ajouter un calque vide au-dessus du calque actif</translation>
    </message>
    <message>
        <source>Add a copy of the active layer above it</source>
        <translation>Ajouter une copie du calque actif au-dessus de lui</translation>
    </message>
    <message>
        <source>Delete the active layer</source>
        <translation>Supprimer le calque actif</translation>
    </message>
    <message>
        <source>Move the active layer on the canvas</source>
        <translation>Déplacer le calque actif sur le canevas</translation>
    </message>
    <message>
        <source>Rename the active layer</source>
        <translation>Renommer le calque actif</translation>
    </message>
    <message>
        <source>Hide or show the active layer</source>
        <translation>Cacher ou afficher le calque actif</translation>
    </message>
    <message>
        <source>Protect the active layer from changes, or unprotect it</source>
        <translation>Protéger le calque actif des modifications, ou le libérer</translation>
    </message>
    <message>
        <source>Move the active layer up</source>
        <translation>Monter le calque actif</translation>
    </message>
    <message>
        <source>Move the active layer down</source>
        <translation>Descendre le calque actif</translation>
    </message>
    <message>
        <source>Select Layer Above</source>
        <translation>Sélectionner le calque du dessus</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Select the whole picture</source>
        <translation>Sélectionner toute l’image</translation>
    </message>
    <message>
        <source>Remove the mask: tools and commands work everywhere again</source>
        <translation>Enlever le masque&#xa0;: outils et commandes agissent de nouveau partout</translation>
    </message>
    <message>
        <source>Restore the mask that was removed last</source>
        <translation>Restaurer le dernier masque enlevé</translation>
    </message>
    <message>
        <source>Invert Selection</source>
        <translation>Inverser la sélection</translation>
    </message>
    <message>
        <source>Select Layer Pixels</source>
        <translation>Sélectionner les pixels du calque</translation>
    </message>
    <message>
        <source>Select the layer above the active one</source>
        <translation>Sélectionner le calque au-dessus du calque actif</translation>
    </message>
    <message>
        <source>Select Layer Below</source>
        <translation>Sélectionner le calque du dessous</translation>
    </message>
    <message>
        <source>Select the layer below the active one</source>
        <translation>Sélectionner le calque au-dessous du calque actif</translation>
    </message>
    <message>
        <source>Merge the active layer with the one below</source>
        <translation>Fusionner le calque actif avec celui du dessous</translation>
    </message>
    <message>
        <source>Merge all visible layers into one</source>
        <translation>Fusionner tous les calques visibles en un seul</translation>
    </message>
    <message>
        <source>Merge all visible layers into one and discard hidden ones</source>
        <translation>Fusionner tous les calques visibles en un seul et supprimer les calques cachés</translation>
    </message>
    <message>
        <source>Rotate and Flip</source>
        <translation>Rotation et symétrie</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Run the edit again as set in the Edits panel, and then the edits that it affects</source>
        <translation>Relancer la modification telle que réglée dans le panneau «&#xa0;Modifications&#xa0;», puis celles qui en dépendent</translation>
    </message>
    <message>
        <source>Copy prompt, settings and mask of the edit for use on another picture</source>
        <translation>Copier le prompt, les réglages et le masque de la modification pour les appliquer à une autre image</translation>
    </message>
    <message>
        <source>Apply the recipe&apos;s mask to this picture, and show its prompt and settings</source>
        <translation>Appliquer le masque de la recette à cette image, et afficher son prompt et ses réglages</translation>
    </message>
    <message>
        <source>Duplicate Layer</source>
        <translation>Dupliquer le calque</translation>
    </message>
    <message>
        <source>Delete Layer</source>
        <translation>Supprimer le calque</translation>
    </message>
    <message>
        <source>Move Layer</source>
        <translation>Déplacer le calque</translation>
    </message>
    <message>
        <source>Rename Layer</source>
        <translation>Renommer le calque</translation>
    </message>
    <message>
        <source>Hide or Show Layer</source>
        <translation>Cacher ou afficher le calque</translation>
    </message>
    <message>
        <source>Lock or Unlock Layer</source>
        <translation>Verrouiller ou déverrouiller le calque</translation>
    </message>
    <message>
        <source>Lock Alpha</source>
        <translation>Verrouiller l’alpha</translation>
    </message>
    <message>
        <source>Paint only on what the active layer has: transparent pixels stay transparent</source>
        <translation>Peindre seulement sur ce que contient le calque actif&#xa0;: les pixels transparents le restent</translation>
    </message>
    <message>
        <source>Clip to Layer Below</source>
        <translation>Écrêter sur le calque du dessous</translation>
    </message>
    <message>
        <source>Show the layer or group only where the first unclipped one below has pixels</source>
        <translation>Montrer le calque ou groupe seulement là où le premier non écrêté du dessous a des pixels</translation>
    </message>
    <message>
        <source>Raise Layer</source>
        <translation>Monter le calque</translation>
    </message>
    <message>
        <source>Lower Layer</source>
        <translation>Descendre le calque</translation>
    </message>
    <message>
        <source>Merge Down</source>
        <translation>Fusionner vers le bas</translation>
    </message>
    <message>
        <source>Merge Visible</source>
        <translation>Fusionner les calques visibles</translation>
    </message>
    <message>
        <source>Flatten Image</source>
        <translation>Aplatir l’image</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Sélection</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
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
        <translation>Polygone</translation>
    </message>
    <message>
        <source>Magic Wand</source>
        <translation>Baguette magique</translation>
    </message>
    <message>
        <source>Colour Range</source>
        <translation>Plage de couleurs</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Masque</translation>
    </message>
    <message>
        <source>Grow…</source>
        <translation>Agrandir…</translation>
    </message>
    <message>
        <source>Shrink…</source>
        <translation>Réduire…</translation>
    </message>
    <message>
        <source>Select a rectangular area</source>
        <translation>Sélectionner une zone rectangulaire</translation>
    </message>
    <message>
        <source>Swap selected and unselected areas</source>
        <translation>Échanger les zones sélectionnées et non sélectionnées</translation>
    </message>
    <message>
        <source>Select the pixels of the active layer, or Ctrl+click its thumbnail</source>
        <translation>Sélectionner les pixels du calque actif, ou Ctrl+clic sur sa vignette</translation>
    </message>
    <message>
        <source>Select an elliptical area</source>
        <translation>Sélectionner une zone elliptique</translation>
    </message>
    <message>
        <source>Select an area freehand</source>
        <translation>Sélectionner une zone à main levée</translation>
    </message>
    <message>
        <source>Select an area corner by corner</source>
        <translation>Sélectionner une zone sommet par sommet</translation>
    </message>
    <message>
        <source>Select an area of similar colour</source>
        <translation>Sélectionner une zone de couleur semblable</translation>
    </message>
    <message>
        <source>Select similar colours everywhere in the picture</source>
        <translation>Sélectionner les couleurs semblables dans toute l’image</translation>
    </message>
    <message>
        <source>Rotate Layer 90° Right</source>
        <translation>Rotation du calque de 90° à droite</translation>
    </message>
    <message>
        <source>Rotate the active layer, or what is selected on it, 90° to the right</source>
        <translation>Pivoter le calque actif, ou ce qui y est sélectionné, de 90° à droite</translation>
    </message>
    <message>
        <source>Rotate Layer 90° Left</source>
        <translation>Rotation du calque de 90° à gauche</translation>
    </message>
    <message>
        <source>Rotate the active layer, or what is selected on it, 90° to the left</source>
        <translation>Pivoter le calque actif, ou ce qui y est sélectionné, de 90° à gauche</translation>
    </message>
    <message>
        <source>Rotate Layer 180°</source>
        <translation>Rotation du calque de 180°</translation>
    </message>
    <message>
        <source>Rotate the active layer, or what is selected on it, by 180°</source>
        <translation>Pivoter le calque actif, ou ce qui y est sélectionné, de 180°</translation>
    </message>
    <message>
        <source>Flip Layer Horizontally</source>
        <translation>Symétrie horizontale du calque</translation>
    </message>
    <message>
        <source>Flip the active layer, or what is selected on it, left to right</source>
        <translation>Retourner le calque actif, ou ce qui y est sélectionné, de gauche à droite</translation>
    </message>
    <message>
        <source>Flip Layer Vertically</source>
        <translation>Symétrie verticale du calque</translation>
    </message>
    <message>
        <source>Flip the active layer, or what is selected on it, top to bottom</source>
        <translation>Retourner le calque actif, ou ce qui y est sélectionné, de haut en bas</translation>
    </message>
    <message>
        <source>Re-run Edit</source>
        <translation>Relancer la modification</translation>
    </message>
    <message>
        <source>Raise Edit</source>
        <translation>Monter la modification</translation>
    </message>
    <message>
        <source>Move the edit above the next one</source>
        <translation>Déplacer la modification au-dessus de la suivante</translation>
    </message>
    <message>
        <source>Lower Edit</source>
        <translation>Descendre la modification</translation>
    </message>
    <message>
        <source>Move the edit below the previous one</source>
        <translation>Déplacer la modification sous la précédente</translation>
    </message>
    <message>
        <source>Copy as Recipe</source>
        <translation>Copier comme recette</translation>
    </message>
    <message>
        <source>Paste Recipe</source>
        <translation>Coller la recette</translation>
    </message>
    <message>
        <source>Free Transform</source>
        <translation>Transformation libre</translation>
    </message>
    <message>
        <source>Scale, rotate, shear or distort the active layer, or what is selected on it</source>
        <translation>Redimensionner, pivoter, incliner ou déformer le calque actif, ou ce qui y est sélectionné</translation>
    </message>
    <message>
        <source>Move the edge of the mask outwards</source>
        <translation>Déplacer le bord du masque vers l’extérieur</translation>
    </message>
    <message>
        <source>Move the edge of the mask inwards</source>
        <translation>Déplacer le bord du masque vers l’intérieur</translation>
    </message>
    <message>
        <source>Feather…</source>
        <translation>Adoucir…</translation>
    </message>
    <message>
        <source>Soften the edge of the mask</source>
        <translation>Adoucir le bord du masque</translation>
    </message>
    <message>
        <source>Smooth…</source>
        <translation>Lisser…</translation>
    </message>
    <message>
        <source>Round the corners of the mask and remove specks</source>
        <translation>Arrondir les coins du masque et enlever les petites taches</translation>
    </message>
    <message>
        <source>Add Mask Colour</source>
        <translation>Ajouter une couleur de masque</translation>
    </message>
    <message>
        <source>Add another colour to the mask, with a prompt of its own</source>
        <translation>Ajouter au masque une autre couleur, avec son propre prompt</translation>
    </message>
    <message>
        <source>Remove Mask Colour</source>
        <translation>Supprimer la couleur de masque</translation>
    </message>
    <message>
        <source>Remove the active colour of the mask, with its prompt</source>
        <translation>Supprimer la couleur active du masque, avec son prompt</translation>
    </message>
    <message>
        <source>Next Mask Colour</source>
        <translation>Couleur de masque suivante</translation>
    </message>
    <message>
        <source>Paint with the next colour of the mask, and show its prompt</source>
        <translation>Peindre avec la couleur suivante du masque, et afficher son prompt</translation>
    </message>
    <message>
        <source>Model Frame</source>
        <translation>Cadre du modèle</translation>
    </message>
    <message>
        <source>Move or resize the frame around what the model sees</source>
        <translation>Déplacer ou redimensionner le cadre autour de ce que voit le modèle</translation>
    </message>
    <message>
        <source>Fit Model Frame</source>
        <translation>Ajuster le cadre du modèle</translation>
    </message>
    <message>
        <source>Fit the frame to the mask again, so that the model notices it</source>
        <translation>Ajuster de nouveau le cadre au masque, pour que le modèle en tienne compte</translation>
    </message>
    <message>
        <source>Mask from Matte</source>
        <translation>Masque depuis le détourage</translation>
    </message>
    <message>
        <source>Load the matte of the active layer&apos;s edit as the mask, to paint on it</source>
        <translation>Charger comme masque le détourage de la modification du calque actif, pour le peindre</translation>
    </message>
    <message>
        <source>Matte from Mask</source>
        <translation>Détourage depuis le masque</translation>
    </message>
    <message>
        <source>Show the mask as a coloured overlay</source>
        <translation>Afficher le masque comme une couche de couleur</translation>
    </message>
    <message>
        <source>Mask as Hatching</source>
        <translation>Masque en hachures</translation>
    </message>
    <message>
        <source>Show the mask as diagonal stripes</source>
        <translation>Afficher le masque en rayures diagonales</translation>
    </message>
    <message>
        <source>Show the mask as a moving outline</source>
        <translation>Afficher le masque par un contour animé</translation>
    </message>
    <message>
        <source>Choose the colour of the mask</source>
        <translation>Choisir la couleur du masque</translation>
    </message>
    <message>
        <source>Mask to Layer Alpha</source>
        <translation>Masque vers l’alpha du calque</translation>
    </message>
    <message>
        <source>Make the unmasked area of the active layer transparent</source>
        <translation>Rendre transparente la zone non masquée du calque actif</translation>
    </message>
    <message>
        <source>Load the mask from a picture in which white is masked</source>
        <translation>Charger le masque d’une image où le blanc est masqué</translation>
    </message>
    <message>
        <source>Save the mask as a greyscale picture</source>
        <translation>Enregistrer le masque comme une image en niveaux de gris</translation>
    </message>
    <message>
        <source>Show Mask</source>
        <translation>Afficher le masque</translation>
    </message>
    <message>
        <source>Mask as Tint</source>
        <translation>Masque en couleur</translation>
    </message>
    <message>
        <source>Mask as Marching Ants</source>
        <translation>Masque en contour animé</translation>
    </message>
    <message>
        <source>Mask Colour…</source>
        <translation>Couleur du masque…</translation>
    </message>
    <message>
        <source>Import Mask…</source>
        <translation>Importer un masque…</translation>
    </message>
    <message>
        <source>Export Mask…</source>
        <translation>Exporter le masque…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Zoom In</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Fit in Window</source>
        <translation>Ajuster à la fenêtre</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Afficher toute l’image</translation>
    </message>
    <message>
        <source>Actual Size</source>
        <translation>Taille réelle</translation>
    </message>
    <message>
        <source>Zoom to Mask</source>
        <translation>Zoomer sur le masque</translation>
    </message>
    <message>
        <source>Rotate View Left</source>
        <translation>Pivoter la vue à gauche</translation>
    </message>
    <message>
        <source>Rotate View Right</source>
        <translation>Pivoter la vue à droite</translation>
    </message>
    <message>
        <source>Mirror View</source>
        <translation>Vue en miroir</translation>
    </message>
    <message>
        <source>Rulers</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Enlarge the view</source>
        <translation>Agrandir la vue</translation>
    </message>
    <message>
        <source>Reduce the view</source>
        <translation>Réduire la vue</translation>
    </message>
    <message>
        <source>Show each picture pixel as one screen pixel</source>
        <translation>Afficher chaque pixel de l’image sur un pixel de l’écran</translation>
    </message>
    <message>
        <source>Fit the masked area in the window</source>
        <translation>Ajuster la zone masquée à la fenêtre</translation>
    </message>
    <message>
        <source>Rotate the view to the left</source>
        <translation>Pivoter la vue à gauche</translation>
    </message>
    <message>
        <source>Rotate the view to the right</source>
        <translation>Pivoter la vue à droite</translation>
    </message>
    <message>
        <source>Mirror the view, to spot mistakes</source>
        <translation>Afficher la vue en miroir, pour repérer les défauts</translation>
    </message>
    <message>
        <source>Reset View Rotation</source>
        <translation>Réinitialiser la rotation de la vue</translation>
    </message>
    <message>
        <source>Undo rotation and mirroring of the view</source>
        <translation>Annuler la rotation et le miroir de la vue</translation>
    </message>
    <message>
        <source>Show rulers along the canvas</source>
        <translation>Afficher des règles le long du canevas</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>Show the guides</source>
        <translation>Afficher les guides</translation>
    </message>
    <message>
        <source>Clear Guides</source>
        <translation>Retirer les guides</translation>
    </message>
    <message>
        <source>Remove all guides</source>
        <translation>Retirer tous les guides</translation>
    </message>
    <message>
        <source>Pixel Grid</source>
        <translation>Grille de pixels</translation>
    </message>
    <message>
        <source>Show lines between pixels above 800%</source>
        <translation>Afficher des lignes entre les pixels au-delà de 800&#xa0;%</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare the document, steps of the history and candidates</source>
        <translation>Comparer le document, des étapes de l’historique et des candidats</translation>
    </message>
    <message>
        <source>Compare by Slider</source>
        <translation>Comparer par curseur</translation>
    </message>
    <message>
        <source>Divide the view by a line that you can drag</source>
        <translation>Diviser la vue par une ligne que l’on peut déplacer</translation>
    </message>
    <message>
        <source>Show both side by side at the same zoom</source>
        <translation>Afficher les deux côte à côte au même niveau de zoom</translation>
    </message>
    <message>
        <source>Show both alternately in the same place</source>
        <translation>Afficher les deux en alternance au même endroit</translation>
    </message>
    <message>
        <source>Compare Side by Side</source>
        <translation>Comparer côte à côte</translation>
    </message>
    <message>
        <source>Compare by Blinking</source>
        <translation>Comparer en alternance</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Fe&amp;nêtre</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Outil</translation>
    </message>
    <message>
        <source>Show the prompt and the Generate button</source>
        <translation>Afficher le prompt et le bouton «&#xa0;Générer&#xa0;»</translation>
    </message>
    <message>
        <source>Use Settings From Picture…</source>
        <translation>Utiliser les réglages d’une image…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export Again</source>
        <translation>Exporter à nouveau</translation>
    </message>
    <message>
        <source>Export to the same file with the same options as last time</source>
        <translation>Exporter dans le même fichier avec les mêmes options que la dernière fois</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modèles…</translation>
    </message>
    <message>
        <source>Install, import, verify and remove models</source>
        <translation>Installer, importer, vérifier et supprimer des modèles</translation>
    </message>
    <message>
        <source>Show a frame around what the model sees</source>
        <translation>Afficher un cadre autour de ce que voit le modèle</translation>
    </message>
    <message>
        <source>Changed Pixels</source>
        <translation>Pixels modifiés</translation>
    </message>
    <message>
        <source>Tint the pixels that the shown candidate, or the active layer, changes</source>
        <translation>Teinter les pixels que modifie le candidat affiché ou le calque actif</translation>
    </message>
    <message>
        <source>Draft Wall…</source>
        <translation>Mur d’esquisses…</translation>
    </message>
    <message>
        <source>Draw many small drafts, and enlarge the best</source>
        <translation>Dessiner beaucoup de petites esquisses et agrandir les meilleures</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Keep Live Picture</source>
        <translation>Garder l’image en direct</translation>
    </message>
    <message>
        <source>Add the live picture as a layer</source>
        <translation>Ajouter l’image en direct comme calque</translation>
    </message>
    <message>
        <source>Branch Here</source>
        <translation>Bifurquer ici</translation>
    </message>
    <message>
        <source>Show the settings for generating</source>
        <translation>Afficher les réglages de la génération</translation>
    </message>
    <message>
        <source>Show the progress of the current run</source>
        <translation>Afficher la progression de la tâche en cours</translation>
    </message>
    <message>
        <source>Show the pictures to choose from</source>
        <translation>Afficher les images à choisir</translation>
    </message>
    <message>
        <source>Model View</source>
        <translation>Vue du modèle</translation>
    </message>
    <message>
        <source>Show how a fill blends with the picture</source>
        <translation>Afficher comment un remplissage se fond dans l’image</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>Show the edits, to run them again or reorder them</source>
        <translation>Afficher les modifications, pour les relancer ou les réordonner</translation>
    </message>
    <message>
        <source>Show running, waiting and finished runs</source>
        <translation>Afficher les tâches en cours, en attente et terminées</translation>
    </message>
    <message>
        <source>Show the options of the current tool</source>
        <translation>Afficher les options de l’outil actuel</translation>
    </message>
    <message>
        <source>Show colour wheel, recent colours and palette</source>
        <translation>Afficher la roue des couleurs, les couleurs récentes et la palette</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Calques</translation>
    </message>
    <message>
        <source>Show the layers</source>
        <translation>Afficher les calques</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigateur</translation>
    </message>
    <message>
        <source>Show an overview of the picture</source>
        <translation>Afficher une vue d’ensemble de l’image</translation>
    </message>
    <message>
        <source>Show the steps that can be undone and redone</source>
        <translation>Afficher les étapes qui peuvent être annulées et rétablies</translation>
    </message>
    <message>
        <source>Next Picture</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Show the next of the open pictures</source>
        <translation>Afficher l’image ouverte suivante</translation>
    </message>
    <message>
        <source>Previous Picture</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Show the previous of the open pictures</source>
        <translation>Afficher l’image ouverte précédente</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Utiliser tout l’écran</translation>
    </message>
    <message>
        <source>Hide all panels, or press Tab on the canvas</source>
        <translation>Cacher tous les panneaux, ou appuyer sur Tab sur le canevas</translation>
    </message>
    <message>
        <source>Move the keyboard focus to the next panel</source>
        <translation>Passer le focus du clavier au panneau suivant</translation>
    </message>
    <message>
        <source>Open the manual</source>
        <translation>Ouvrir le manuel</translation>
    </message>
    <message>
        <source>Search all commands</source>
        <translation>Chercher parmi toutes les commandes</translation>
    </message>
    <message>
        <source>Copy Diagnostics</source>
        <translation>Copier les données de diagnostic</translation>
    </message>
    <message>
        <source>Check for Updates</source>
        <translation>Rechercher des mises à jour</translation>
    </message>
    <message>
        <source>Ask the program&apos;s website for the number of the newest version</source>
        <translation>Demander au site du programme le numéro de la version la plus récente</translation>
    </message>
    <message>
        <source>Show version and licences</source>
        <translation>Afficher la version et les licences</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nouveau…</translation>
    </message>
    <message>
        <source>Create an empty picture of any size</source>
        <translation>Créer une image vide de n’importe quelle taille</translation>
    </message>
    <message>
        <source>Show what the model sees of the picture and the prompt</source>
        <translation>Afficher ce que le modèle voit de l’image et du prompt</translation>
    </message>
    <message>
        <source>Full Screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Hide Panels</source>
        <translation>Cacher les panneaux</translation>
    </message>
    <message>
        <source>Next Panel</source>
        <translation>Panneau suivant</translation>
    </message>
    <message>
        <source>Restore Default Layout</source>
        <translation>Rétablir la disposition</translation>
    </message>
    <message>
        <source>Return all panels to their default positions</source>
        <translation>Remettre tous les panneaux à leur position par défaut</translation>
    </message>
    <message>
        <source>Copy information about the program and this computer for a bug report</source>
        <translation>Copier des informations sur le programme et cet ordinateur pour un rapport de bogue</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Find a Command…</source>
        <translation>Chercher une commande…</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Complétions</translation>
    </message>
    <message>
        <source>Tab or Enter inserts the selected word, Up and Down select another, Esc closes the list</source>
        <translation>Tab ou Entrée insère le mot sélectionné, Haut et Bas en sélectionnent un autre, Échap ferme la liste</translation>
    </message>
    <message>
        <source>This tool has no options.</source>
        <translation>Cet outil n’a pas d’options.</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Left edge; below 0 extends the canvas</source>
        <translation>Bord gauche&#xa0;; une valeur négative agrandit le canevas</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>Top edge; below 0 extends the canvas</source>
        <translation>Bord supérieur&#xa0;; une valeur négative agrandit le canevas</translation>
    </message>
    <message>
        <source>Crop or extend the picture to the frame</source>
        <translation>Rogner ou agrandir l’image au cadre</translation>
    </message>
    <message>
        <source>Cancel crop</source>
        <translation>Annuler le rognage</translation>
    </message>
    <message>
        <source>Leave the picture unchanged</source>
        <translation>Laisser l’image inchangée</translation>
    </message>
    <message>
        <source>Size of the model: {side} x {side}</source>
        <translation>Taille du modèle&#xa0;: {side} x {side}</translation>
    </message>
    <message>
        <source>{name} at 300 ppi</source>
        <translation>{name} à 300 ppp</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Presse-papiers</translation>
    </message>
    <message>
        <source>As the open picture</source>
        <translation>Comme l’image ouverte</translation>
    </message>
    <message>
        <source>New Picture</source>
        <translation>Nouvelle image</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Choose a usual size</source>
        <translation>Choisir une taille courante</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>Largeur de l’image</translation>
    </message>
    <message>
        <source>Height of the picture</source>
        <translation>Hauteur de l’image</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>The unit of width and height</source>
        <translation>L’unité de la largeur et de la hauteur</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Centimetres</source>
        <translation>Centimètres</translation>
    </message>
    <message>
        <source>Inches</source>
        <translation>Pouces</translation>
    </message>
    <message>
        <source> ppi</source>
        <translation> ppp</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Pixels per inch when it is printed</source>
        <translation>Pixels par pouce à l’impression</translation>
    </message>
    <message>
        <source>What the page begins with</source>
        <translation>Contenu initial de la page</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>Taille en pixels</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Paysage</translation>
    </message>
    <message>
        <source>Background Colour</source>
        <translation>Couleur d’arrière-plan</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Noir</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Transparent</translation>
    </message>
    <message>
        <source>Other colour…</source>
        <translation>Autre couleur…</translation>
    </message>
    <message>
        <source>{width} x {height} pixels, {number} megapixels</source>
        <translation>{width} x {height} pixels, {number} mégapixels</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Largeur en pixels</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Hauteur en pixels</translation>
    </message>
    <message>
        <source>Hide {panel}</source>
        <translation>Cacher {panel}</translation>
    </message>
    <message>
        <source>Save your changes?</source>
        <translation>Enregistrer les modifications&#xa0;?</translation>
    </message>
    <message>
        <source>Unsaved changes will be lost.</source>
        <translation>Les modifications non enregistrées seront perdues.</translation>
    </message>
    <message>
        <source>Open Pictures</source>
        <translation>Ouvrir des images</translation>
    </message>
    <message>
        <source>Place as Layer</source>
        <translation>Placer comme calque</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>The file does not hold everything. Save a project to keep the rest.</source>
        <translation>Le fichier ne contient pas tout. Enregistrer un projet pour garder le reste.</translation>
    </message>
    <message>
        <source>Export Picture</source>
        <translation>Exporter l’image</translation>
    </message>
    <message>
        <source>Save “{name}” anyway?</source>
        <translation>Enregistrer «&#xa0;{name}&#xa0;» quand même&#xa0;?</translation>
    </message>
    <message>
        <source>Save Anyway</source>
        <translation>Enregistrer quand même</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Pictures and projects</source>
        <translation>Images et projets</translation>
    </message>
    <message>
        <source>Import Checkpoints</source>
        <translation>Importer des checkpoints</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Replace “{name}”?</source>
        <translation>Remplacer «&#xa0;{name}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>There is already a file of this name in “{folder}”.</source>
        <translation>Il y a déjà un fichier de ce nom dans «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Dossier&#xa0;:</translation>
    </message>
    <message>
        <source>File type:</source>
        <translation>Type de fichier&#xa0;:</translation>
    </message>
    <message>
        <source>OpenRaster project</source>
        <translation>Projet OpenRaster</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>Image PNG</translation>
    </message>
    <message>
        <source>JPEG image</source>
        <translation>Image JPEG</translation>
    </message>
    <message>
        <source>WebP image</source>
        <translation>Image WebP</translation>
    </message>
    <message>
        <source>TIFF image</source>
        <translation>Image TIFF</translation>
    </message>
    <message>
        <source>AVIF image</source>
        <translation>Image AVIF</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>Clear List</source>
        <translation>Vider la liste</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Layer name</source>
        <translation>Nom du calque</translation>
    </message>
    <message>
        <source>Press Enter to rename the layer</source>
        <translation>Appuyer sur Entrée pour renommer le calque</translation>
    </message>
    <message>
        <source>{number}. {prompt}</source>
        <translation>{number}. {prompt}</translation>
    </message>
    <message>
        <source>layer “{name}”</source>
        <translation>calque «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>caché</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
    <message>
        <source>Blend mode</source>
        <translation>Mode de fusion</translation>
    </message>
    <message>
        <source>Layer opacity</source>
        <translation>Opacité du calque</translation>
    </message>
    <message>
        <source>Recover Unsaved Work</source>
        <translation>Récupérer le travail non enregistré</translation>
    </message>
    <message>
        <source>Unsaved pictures</source>
        <translation>Images non enregistrées</translation>
    </message>
    <message>
        <source>Pictures that were not saved when GLIDE Studio ended</source>
        <translation>Images qui n’étaient pas enregistrées à l’arrêt de GLIDE Studio</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Open this picture</source>
        <translation>Ouvrir cette image</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete this picture for good</source>
        <translation>Supprimer définitivement cette image</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Ask again the next time GLIDE Studio starts</source>
        <translation>Redemander au prochain démarrage de GLIDE Studio</translation>
    </message>
    <message>
        <source>GLIDE Studio ended before these pictures were saved.</source>
        <translation>GLIDE Studio s’est arrêté avant l’enregistrement de ces images.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Its unsaved work cannot be recovered later.</source>
        <translation>Son travail non enregistré ne pourra plus être récupéré.</translation>
    </message>
    <message>
        <source>Delete this picture for good?</source>
        <translation>Supprimer définitivement cette image&#xa0;?</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Untitled {number}</source>
        <translation>Sans titre {number}</translation>
    </message>
    <message>
        <source>Text of the manual</source>
        <translation>Texte du manuel</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>List of all pages</source>
        <translation>Liste de toutes les pages</translation>
    </message>
    <message>
        <source>Commands and shortcuts</source>
        <translation>Commandes et raccourcis</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Save what is shown as a new project file</source>
        <translation>Enregistrer ce qui est affiché dans un nouveau fichier de projet</translation>
    </message>
    <message>
        <source>Open Page</source>
        <translation>Ouvrir la page</translation>
    </message>
    <message>
        <source>Open the page of the download in your web browser</source>
        <translation>Ouvrir la page du téléchargement dans le navigateur web</translation>
    </message>
    <message>
        <source>What Generate will do</source>
        <translation>Ce que «&#xa0;Générer&#xa0;» va faire</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Choose what Generate does, or let the picture decide</source>
        <translation>Choisir ce que fait «&#xa0;Générer&#xa0;», ou laisser l’image décider</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>How much may change: 1% changes hardly anything, 100% replaces the whole picture</source>
        <translation>Ce qui peut changer&#xa0;: 1&#xa0;% ne change presque rien, 100&#xa0;% remplace toute l’image</translation>
    </message>
    <message>
        <source>Separate mask areas</source>
        <translation>Zones séparées du masque</translation>
    </message>
    <message>
        <source>Whether separate areas of the mask are filled in one run or one after the other</source>
        <translation>Remplir les zones séparées du masque en une seule tâche, ou l’une après l’autre</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Toutes ensemble</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Une par une</translation>
    </message>
    <message>
        <source>Paint a mask over what should change</source>
        <translation>Peindre un masque sur ce qui doit changer</translation>
    </message>
    <message>
        <source>Sketch {count} mask colours, one after the other</source>
        <translation>Croquis, {count} couleurs de masque l’une après l’autre</translation>
    </message>
    <message>
        <source>Inpaint the {count} largest of {total} areas, one by one</source>
        <translation>Inpainting des {count} plus grandes zones sur {total}, une par une</translation>
    </message>
    <message>
        <source>Inpaint {count} mask colours, one after the other</source>
        <translation>Inpainting de {count} couleurs de masque, l’une après l’autre</translation>
    </message>
    <message>
        <source>Inpaint the masked area</source>
        <translation>Inpainting de la zone masquée</translation>
    </message>
    <message>
        <source>Outpaint the empty area</source>
        <translation>Outpainting de la zone vide</translation>
    </message>
    <message>
        <source>Sketch, masked area</source>
        <translation>Croquis, zone masquée</translation>
    </message>
    <message>
        <source>Sketch, whole picture</source>
        <translation>Croquis, image entière</translation>
    </message>
    <message>
        <source>Variation of the last result</source>
        <translation>Variation du dernier résultat</translation>
    </message>
    <message>
        <source>Upscale to {width} x {height}</source>
        <translation>Agrandir à {width} x {height}</translation>
    </message>
    <message>
        <source>Upscale to {width} x {height}, in {tiles} tiles</source>
        <translation>Agrandir à {width} x {height}, en {tiles} tuiles</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>The network that CLIP guidance needs</source>
        <translation>Le réseau dont le guidage CLIP a besoin</translation>
    </message>
    <message>
        <source>Install From Folder…</source>
        <translation>Installer depuis un dossier…</translation>
    </message>
    <message>
        <source>Use files that were downloaded by hand</source>
        <translation>Utiliser des fichiers téléchargés à la main</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Look for damaged files of this model</source>
        <translation>Chercher les fichiers endommagés de ce modèle</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Delete this model from the disk</source>
        <translation>Effacer ce modèle du disque</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Import checkpoints of GLIDE (.pt, .safetensors); they can also be dropped here</source>
        <translation>Importer des checkpoints de GLIDE (.pt, .safetensors)&#xa0;; on peut aussi les déposer ici</translation>
    </message>
    <message>
        <source>{size} downloaded</source>
        <translation>{size} téléchargés</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Non installé</translation>
    </message>
    <message>
        <source>{percent} done</source>
        <translation>{percent} effectués</translation>
    </message>
    <message>
        <source>converting, {percent}</source>
        <translation>conversion, {percent}</translation>
    </message>
    <message>
        <source>{received} of {total}</source>
        <translation>{received} sur {total}</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>Part of GLIDE Studio</source>
        <translation>Fait partie de GLIDE Studio</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installé</translation>
    </message>
    <message>
        <source>Progress of the work on models</source>
        <translation>Progression du travail sur les modèles</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>The networks that generate pictures from text and enlarge them</source>
        <translation>Les réseaux qui génèrent des images à partir d’un texte et les agrandissent</translation>
    </message>
    <message>
        <source>Text to image, sketch, upscale ({size})</source>
        <translation>Texte vers image, croquis, agrandissement ({size})</translation>
    </message>
    <message>
        <source>Inpaint and outpaint ({size})</source>
        <translation>Inpainting et outpainting ({size})</translation>
    </message>
    <message>
        <source>The networks that repaint a masked area</source>
        <translation>Les réseaux qui repeignent une zone masquée</translation>
    </message>
    <message>
        <source>CLIP guidance ({size})</source>
        <translation>Guidage CLIP ({size})</translation>
    </message>
    <message>
        <source>Download and convert the checked parts</source>
        <translation>Télécharger et convertir les parties cochées</translation>
    </message>
    <message>
        <source>Work on models continues in the background</source>
        <translation>Le travail sur les modèles continue en arrière-plan</translation>
    </message>
    <message>
        <source>What is being done with the models</source>
        <translation>Travail en cours sur les modèles</translation>
    </message>
    <message>
        <source>Pause the work, to continue it later</source>
        <translation>Suspendre le travail, pour le reprendre plus tard</translation>
    </message>
    <message>
        <source>Cancel the work; unfinished downloads are kept</source>
        <translation>Annuler le travail&#xa0;; les téléchargements inachevés sont conservés</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendu</translation>
    </message>
    <message>
        <source>Text to image</source>
        <translation>Texte vers image</translation>
    </message>
    <message>
        <source>{name} ({number} of {count})</source>
        <translation>{name} ({number} sur {count})</translation>
    </message>
    <message>
        <source>waiting for the server</source>
        <translation>en attente du serveur</translation>
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
        <translation>Texte vers image, {width} x {height}</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom in or out around the centre of the canvas</source>
        <translation>Zoomer autour du centre du canevas</translation>
    </message>
    <message>
        <source>Zoom level</source>
        <translation>Niveau de zoom</translation>
    </message>
    <message>
        <source>Drag to pan the canvas</source>
        <translation>Glisser pour déplacer la vue</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Palettes</source>
        <translation>Palettes</translation>
    </message>
    <message>
        <source>Click a colour to make it the foreground colour</source>
        <translation>Cliquer sur une couleur pour en faire la couleur de premier plan</translation>
    </message>
    <message>
        <source>Add the foreground colour to the palette</source>
        <translation>Ajouter la couleur de premier plan à la palette</translation>
    </message>
    <message>
        <source>Remove the selected colour from the palette</source>
        <translation>Retirer la couleur sélectionnée de la palette</translation>
    </message>
    <message>
        <source>Load or save a palette</source>
        <translation>Charger ou enregistrer une palette</translation>
    </message>
    <message>
        <source>Load Palette…</source>
        <translation>Charger une palette…</translation>
    </message>
    <message>
        <source>Save Palette…</source>
        <translation>Enregistrer la palette…</translation>
    </message>
    <message>
        <source>Use Built-in Palette</source>
        <translation>Utiliser la palette fournie</translation>
    </message>
    <message>
        <source>Load Palette</source>
        <translation>Charger une palette</translation>
    </message>
    <message>
        <source>Save Palette</source>
        <translation>Enregistrer la palette</translation>
    </message>
    <message>
        <source>GIMP palettes (*.gpl)</source>
        <translation>Palettes GIMP (*.gpl)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Interface</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>It is kept beside the file, with “~” added to its name</source>
        <translation>Elle reste à côté du fichier, avec «&#xa0;~&#xa0;» ajouté à son nom</translation>
    </message>
    <message>
        <source>Exported pictures do not say where a photograph was taken</source>
        <translation>Les images exportées n’indiquent pas où une photo a été prise</translation>
    </message>
    <message>
        <source>Follow system</source>
        <translation>Suivre le système</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>The colours of the interface</source>
        <translation>Les couleurs de l’interface</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>Changes are saved automatically</source>
        <translation>Les modifications sont enregistrées automatiquement</translation>
    </message>
    <message>
        <source>The language of the interface</source>
        <translation>La langue de l’interface</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Prend effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>Weights on the disk</source>
        <translation>Poids sur le disque</translation>
    </message>
    <message>
        <source>Half precision takes half the space and rounds the weights</source>
        <translation>La demi-précision prend moitié moins de place et arrondit les poids</translation>
    </message>
    <message>
        <source>Full (32 bits)</source>
        <translation>Complète (32 bits)</translation>
    </message>
    <message>
        <source>Half (16 bits)</source>
        <translation>Demi-précision (16 bits)</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Nom du modèle</translation>
    </message>
    <message>
        <source>A new name, or the name of a model without these networks</source>
        <translation>Un nouveau nom, ou le nom d’un modèle sans ces réseaux</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>La plus rapide</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Automatic uses the fastest precision that is accurate on this computer</source>
        <translation>«&#xa0;Automatique&#xa0;» utilise la précision la plus rapide qui reste exacte sur cet ordinateur</translation>
    </message>
    <message>
        <source>Older steps move to the disk; undoing to them takes a moment longer.</source>
        <translation>Les étapes plus anciennes passent sur le disque&#xa0;; y revenir prend un instant de plus.</translation>
    </message>
    <message>
        <source>Memory for undo</source>
        <translation>Mémoire pour l’annulation</translation>
    </message>
    <message>
        <source>How much memory the steps in the History panel may use</source>
        <translation>Mémoire que peuvent occuper les étapes du panneau «&#xa0;Historique&#xa0;»</translation>
    </message>
    <message>
        <source> GB</source>
        <translation>&#xa0;Go</translation>
    </message>
    <message>
        <source>Servers to try first when downloading models: addresses separated by spaces</source>
        <translation>Serveurs à essayer d’abord pour télécharger des modèles&#xa0;: adresses séparées par des espaces</translation>
    </message>
    <message>
        <source>Takes effect with the next picture.</source>
        <translation>Prend effet à la prochaine image.</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>{name} (not found)</source>
        <translation>{name} (introuvable)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <source>What computes the pictures; Automatic uses a graphics card if there is one</source>
        <translation>Ce qui calcule les images&#xa0;; «&#xa0;Automatique&#xa0;» utilise une carte graphique s’il y en a une</translation>
    </message>
    <message>
        <source>Keep the previous version of saved files</source>
        <translation>Garder la version précédente des fichiers enregistrés</translation>
    </message>
    <message>
        <source>Remove the location from exports</source>
        <translation>Retirer le lieu de prise de vue des exports</translation>
    </message>
    <message>
        <source>Use the desktop&apos;s file dialogs to open pictures</source>
        <translation>Ouvrir les images avec les boîtes de dialogue du bureau</translation>
    </message>
    <message>
        <source>They show no previews of projects</source>
        <translation>Elles n’affichent pas d’aperçu des projets</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Paint until a pen is used</source>
        <translation>Peindre jusqu’à l’emploi d’un stylet</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Déplacer la vue</translation>
    </message>
    <message>
        <source>One-finger touch</source>
        <translation>Toucher à un doigt</translation>
    </message>
    <message>
        <source>What one finger does on a touch screen; two fingers always pan</source>
        <translation>Ce que fait un doigt sur un écran tactile&#xa0;; deux doigts déplacent toujours la vue</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Grappe</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>Calculer sur</translation>
    </message>
    <message>
        <source>Where pictures are computed</source>
        <translation>L’endroit où les images sont calculées</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The name and the port of the cluster</source>
        <translation>Le nom et le port de la grappe</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>The token that the cluster asks for</source>
        <translation>Le jeton que la grappe demande</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>The file with the certificate of a cluster that no public authority vouches for</source>
        <translation>Le fichier du certificat d’une grappe qu’aucune autorité publique ne garantit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>The cluster must have the same version of GLIDE Studio and the model.</source>
        <translation>La grappe doit avoir la même version de GLIDE Studio et le modèle.</translation>
    </message>
    <message>
        <source>It is kept in your settings, where your other programs can read it.</source>
        <translation>Il est conservé dans les préférences de l’utilisateur, où d’autres programmes peuvent le lire.</translation>
    </message>
    <message>
        <source>Use this computer if the cluster cannot be reached</source>
        <translation>Utiliser cet ordinateur si la grappe est inaccessible</translation>
    </message>
    <message>
        <source>Otherwise such a run fails, and can be retried in the queue</source>
        <translation>Sinon, une telle tâche échoue, et peut être réessayée dans la file d’attente</translation>
    </message>
    <message>
        <source>Mirrors</source>
        <translation>Miroirs</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Travailler hors ligne</translation>
    </message>
    <message>
        <source>Never download anything; models can still be installed from a folder</source>
        <translation>Ne jamais rien télécharger&#xa0;; les modèles peuvent toujours être installés depuis un dossier</translation>
    </message>
    <message>
        <source>Look for updates at every start</source>
        <translation>Rechercher des mises à jour à chaque démarrage</translation>
    </message>
    <message>
        <source>This copy does not know where new versions are published</source>
        <translation>Cette copie ne sait pas où les nouvelles versions sont publiées</translation>
    </message>
    <message>
        <source>GLIDE Studio uses the network only to download models that you install, to look for updates if you want that, and for a cluster if you choose one.</source>
        <translation>GLIDE Studio n’utilise le réseau que pour télécharger les modèles à installer, pour rechercher des mises à jour sur demande, et pour une grappe si l’on en choisit une.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Text size as a percentage of the system&apos;s</source>
        <translation>Taille du texte en pourcentage de celle du système</translation>
    </message>
    <message>
        <source>Pen Pressure</source>
        <translation>Pression du stylet</translation>
    </message>
    <message>
        <source>Pressure to size</source>
        <translation>Pression sur la taille</translation>
    </message>
    <message>
        <source>Pressure to opacity</source>
        <translation>Pression sur l’opacité</translation>
    </message>
    <message>
        <source>Light pressure is on the left, full pressure on the right.</source>
        <translation>À gauche, une pression légère&#xa0;; à droite, la pression maximale.</translation>
    </message>
    <message>
        <source>Drag a point to move it, click to add one, press Delete to remove it; Page Up and Page Down select a point, arrow keys move it, Insert adds one</source>
        <translation>Glisser déplace un point, cliquer en ajoute un, Suppr le retire&#xa0;; Page préc. et Page suiv. sélectionnent un point, les flèches le déplacent, Inser en ajoute un</translation>
    </message>
    <message>
        <source>Pressure has no effect</source>
        <translation>La pression n’a pas d’effet</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linéaire</translation>
    </message>
    <message>
        <source>Proportional to the pressure</source>
        <translation>Proportionnel à la pression</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Doux</translation>
    </message>
    <message>
        <source>For a light hand</source>
        <translation>Pour une main légère</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Ferme</translation>
    </message>
    <message>
        <source>For a heavy hand</source>
        <translation>Pour une main lourde</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} en attente</translation>
    </message>
    <message>
        <source>Steps of the current stage</source>
        <translation>Étapes de la phase en cours</translation>
    </message>
    <message>
        <source>Progress details</source>
        <translation>Détails de la progression</translation>
    </message>
    <message>
        <source>Stage, step and time left</source>
        <translation>Phase, étape et temps restant</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>Génération</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>Agrandissement</translation>
    </message>
    <message>
        <source>Upscaling tile by tile</source>
        <translation>Agrandissement tuile par tuile</translation>
    </message>
    <message>
        <source>Preparing the model…</source>
        <translation>Préparation du modèle…</translation>
    </message>
    <message>
        <source>step {step} of {total}</source>
        <translation>étape {step} sur {total}</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} images</translation>
    </message>
    <message>
        <source>about {duration} left</source>
        <translation>encore {duration} environ</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number}&#xa0;Go</translation>
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
        <translation>Décrire ce qui doit apparaître</translation>
    </message>
    <message>
        <source>Describe what should appear, such as “{example}”</source>
        <translation>Décrire ce qui doit apparaître, par exemple «&#xa0;{example}&#xa0;»</translation>
    </message>
    <message>
        <source>Earlier prompts</source>
        <translation>Prompts précédents</translation>
    </message>
    <message>
        <source>Search earlier prompts</source>
        <translation>Chercher dans les prompts précédents</translation>
    </message>
    <message>
        <source>Words of the prompt, in any order</source>
        <translation>Mots du prompt, dans n’importe quel ordre</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoris</translation>
    </message>
    <message>
        <source>Show only favourites</source>
        <translation>N’afficher que les favoris</translation>
    </message>
    <message>
        <source>Enter inserts a prompt, Ctrl+D makes it a favourite, Shift+Delete removes it</source>
        <translation>Entrée insère un prompt, Ctrl+D en fait un favori, Maj+Suppr le retire</translation>
    </message>
    <message>
        <source>Ctrl+D: favourite · Shift+Delete: remove</source>
        <translation>Ctrl+D&#xa0;: favori · Maj+Suppr&#xa0;: retirer</translation>
    </message>
    <message>
        <source>{prompt}, favourite</source>
        <translation>{prompt}, favori</translation>
    </message>
    <message>
        <source>The recipe is in the Prompt panel: press Generate to run it.</source>
        <translation>La recette est dans le panneau «&#xa0;Prompt&#xa0;»&#xa0;: «&#xa0;Générer&#xa0;» la lance.</translation>
    </message>
    <message>
        <source>The recipe is in the Prompt panel, except: {missing}.</source>
        <translation>La recette est dans le panneau «&#xa0;Prompt&#xa0;», sauf&#xa0;: {missing}.</translation>
    </message>
    <message>
        <source>“{name}” contains no settings. Choose a picture that was generated.</source>
        <translation>«&#xa0;{name}&#xa0;» ne contient pas de réglages. Choisir une image générée.</translation>
    </message>
    <message>
        <source>The settings of “{name}” cannot be used: {missing}.</source>
        <translation>Les réglages de «&#xa0;{name}&#xa0;» sont inutilisables&#xa0;: {missing}.</translation>
    </message>
    <message>
        <source>The settings of “{name}” are in the panel.</source>
        <translation>Les réglages de «&#xa0;{name}&#xa0;» sont dans le panneau.</translation>
    </message>
    <message>
        <source>The settings of “{name}” are in the panel, except: {missing}.</source>
        <translation>Les réglages de «&#xa0;{name}&#xa0;» sont dans le panneau, sauf&#xa0;: {missing}.</translation>
    </message>
    <message>
        <source>Cancel the current run and start the next in the queue</source>
        <translation>Annuler la tâche en cours et démarrer la suivante de la file d’attente</translation>
    </message>
    <message>
        <source>What can it draw?</source>
        <translation>Que sait-il dessiner&#xa0;?</translation>
    </message>
    <message>
        <source>Show all words that the model knows</source>
        <translation>Afficher tous les mots que connaît le modèle</translation>
    </message>
    <message>
        <source>When busy</source>
        <translation>Si une tâche est en cours</translation>
    </message>
    <message>
        <source>What Generate does while another run is in progress</source>
        <translation>Ce que fait «&#xa0;Générer&#xa0;» pendant qu’une autre tâche est en cours</translation>
    </message>
    <message>
        <source>When busy: queue</source>
        <translation>Si occupé&#xa0;: mettre en file</translation>
    </message>
    <message>
        <source>When busy: replace</source>
        <translation>Si occupé&#xa0;: remplacer</translation>
    </message>
    <message>
        <source>Add to Queue</source>
        <translation>Ajouter à la file</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Prompt négatif</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>Edit styles</source>
        <translation>Modifier les styles</translation>
    </message>
    <message>
        <source>What to avoid (needs guidance above 1)</source>
        <translation>Ce qu’il faut éviter (demande un guidage supérieur à 1)</translation>
    </message>
    <message>
        <source>Words added to the prompt</source>
        <translation>Mots ajoutés au prompt</translation>
    </message>
    <message>
        <source>Prompt length</source>
        <translation>Longueur du prompt</translation>
    </message>
    <message>
        <source>Number of tokens in the prompt, and how many the model reads</source>
        <translation>Nombre de jetons du prompt, et combien le modèle en lit</translation>
    </message>
    <message>
        <source>Favourite prompt</source>
        <translation>Prompt favori</translation>
    </message>
    <message>
        <source>No style</source>
        <translation>Sans style</translation>
    </message>
    <message>
        <source>{tokens} of {limit} tokens</source>
        <translation>{tokens} jetons sur {limit}</translation>
    </message>
    <message>
        <source>{tokens} tokens, of which the model reads only the first {limit}</source>
        <translation>{tokens} jetons, dont le modèle ne lit que les {limit} premiers</translation>
    </message>
    <message>
        <source>Drag a waiting run to reorder it, or press Alt+Up or Alt+Down; Delete removes or cancels a run, Enter retries a failed or cancelled one</source>
        <translation>Glisser une tâche en attente pour la changer de place, ou appuyer sur Alt+Haut ou Alt+Bas&#xa0;; Suppr retire ou annule une tâche, Entrée réessaie une tâche échouée ou annulée</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Remove or cancel</source>
        <translation>Retirer ou annuler</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Tout annuler</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Retirer les tâches terminées</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 image</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>{prompt}, generating</source>
        <translation>{prompt}, en cours de génération</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Radius in pixels</source>
        <translation>Rayon en pixels</translation>
    </message>
    <message>
        <source>Horizontal ruler</source>
        <translation>Règle horizontale</translation>
    </message>
    <message>
        <source>Vertical ruler</source>
        <translation>Règle verticale</translation>
    </message>
    <message>
        <source>Drag from the ruler to add a guide, hold Ctrl and drag a guide to move it</source>
        <translation>Glisser depuis la règle ajoute un guide, maintenir Ctrl et glisser un guide le déplace</translation>
    </message>
    <message>
        <source>The view is rotated: the ruler measures from the edge of the picture</source>
        <translation>La vue est pivotée&#xa0;: la règle mesure depuis le bord de l’image</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>The same seed and settings give the same picture; entering a seed locks it</source>
        <translation>La même graine et les mêmes réglages donnent la même image&#xa0;; saisir une graine la verrouille</translation>
    </message>
    <message>
        <source>Drag an edit to reorder it, or press Alt+Up or Alt+Down; Space hides or shows it, Delete deletes it</source>
        <translation>Faire glisser une modification pour la réordonner, ou appuyer sur Alt+Haut ou Alt+Bas&#xa0;; Espace la cache ou l’affiche, Suppr la supprime</translation>
    </message>
    <message>
        <source>Pictures that you generate are listed here, to be run again with another prompt.</source>
        <translation>Les images générées figurent ici, pour être relancées avec un autre prompt.</translation>
    </message>
    <message>
        <source>Prompt of the edit</source>
        <translation>Prompt de la modification</translation>
    </message>
    <message>
        <source>What the edit should show when it runs again</source>
        <translation>Ce que la modification doit montrer une fois relancée</translation>
    </message>
    <message>
        <source>Seed of the edit</source>
        <translation>Graine de la modification</translation>
    </message>
    <message>
        <source>Another seed gives another picture</source>
        <translation>Une autre graine donne une autre image</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Graine aléatoire</translation>
    </message>
    <message>
        <source>Choose a new random seed</source>
        <translation>Choisir une nouvelle graine aléatoire</translation>
    </message>
    <message>
        <source>Re-run</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Stop and leave the picture unchanged</source>
        <translation>Arrêter et laisser l’image inchangée</translation>
    </message>
    <message>
        <source>Re-runs too</source>
        <translation>Relancée aussi</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Re-run {count} edits</source>
        <translation>Relancer {count} modifications</translation>
    </message>
    <message>
        <source>Cancel ({number} of {count})</source>
        <translation>Annuler ({number} sur {count})</translation>
    </message>
    <message>
        <source>Lock seed</source>
        <translation>Verrouiller la graine</translation>
    </message>
    <message>
        <source>Lock this seed</source>
        <translation>Verrouiller cette graine</translation>
    </message>
    <message>
        <source>Every run uses this seed; click to use random seeds</source>
        <translation>Chaque tâche utilise cette graine&#xa0;; cliquer pour utiliser des graines aléatoires</translation>
    </message>
    <message>
        <source>Each run uses a new random seed; click to lock this one</source>
        <translation>Chaque tâche utilise une nouvelle graine aléatoire&#xa0;; cliquer pour verrouiller celle-ci</translation>
    </message>
    <message>
        <source>New selection</source>
        <translation>Nouvelle sélection</translation>
    </message>
    <message>
        <source>Add to the selection (Shift)</source>
        <translation>Ajouter à la sélection (Maj)</translation>
    </message>
    <message>
        <source>Subtract from the selection (Alt)</source>
        <translation>Soustraire de la sélection (Alt)</translation>
    </message>
    <message>
        <source>Keep only what is in both (Shift+Alt)</source>
        <translation>Ne garder que la partie commune (Maj+Alt)</translation>
    </message>
    <message>
        <source>How far the edge fades to either side, in picture pixels</source>
        <translation>Sur quelle distance le bord s’estompe de chaque côté, en pixels de l’image</translation>
    </message>
    <message>
        <source>Anti-aliasing</source>
        <translation>Anticrénelage</translation>
    </message>
    <message>
        <source>Smooth the edge by partly masking the pixels that it crosses</source>
        <translation>Lisser le bord en masquant en partie les pixels qu’il traverse</translation>
    </message>
    <message>
        <source>How different selected colours may be: 0 selects one colour, 255 all</source>
        <translation>Combien les couleurs sélectionnées peuvent différer&#xa0;: 0 sélectionne une couleur, 255 toutes</translation>
    </message>
    <message>
        <source>Colour tolerance</source>
        <translation>Tolérance de couleur</translation>
    </message>
    <message>
        <source>Contiguous</source>
        <translation>Zone contiguë</translation>
    </message>
    <message>
        <source>Select only pixels that are connected to the clicked one</source>
        <translation>Ne sélectionner que les pixels reliés à celui que l’on clique</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Intersect</source>
        <translation>Intersection</translation>
    </message>
    <message>
        <source>Feather in pixels</source>
        <translation>Adoucissement en pixels</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Tolérance</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>Adoucir</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Taille du fichier</translation>
    </message>
    <message>
        <source>What the file cannot hold</source>
        <translation>Ce que le fichier ne peut pas contenir</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>The format of the file</source>
        <translation>Le format du fichier</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Lower quality makes a smaller file</source>
        <translation>Une qualité plus basse donne un fichier plus petit</translation>
    </message>
    <message>
        <source>Lossless</source>
        <translation>Sans perte</translation>
    </message>
    <message>
        <source>Keep every pixel exactly</source>
        <translation>Garder chaque pixel exactement</translation>
    </message>
    <message>
        <source>Keep location</source>
        <translation>Garder le lieu</translation>
    </message>
    <message>
        <source>Keep where the photograph was taken in the file</source>
        <translation>Garder dans le fichier l’endroit où la photo a été prise</translation>
    </message>
    <message>
        <source>Choose a file and write it</source>
        <translation>Choisir un fichier et l’écrire</translation>
    </message>
    <message>
        <source>Encoding…</source>
        <translation>Encodage…</translation>
    </message>
    <message>
        <source>{number} KB</source>
        <translation>{number}&#xa0;Ko</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number}&#xa0;Mo</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Show it on the canvas</source>
        <translation>L’afficher sur le canevas</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Reset all values</source>
        <translation>Réinitialiser toutes les valeurs</translation>
    </message>
    <message>
        <source>The exported picture at 100%; drag to see other parts</source>
        <translation>L’image exportée à 100&#xa0;%&#xa0;; glisser pour voir d’autres parties</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personnalisée</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidage</translation>
    </message>
    <message>
        <source>How closely to follow the prompt; higher values follow it more closely, with less variety</source>
        <translation>À quel point suivre le prompt&#xa0;; une valeur plus haute le suit de plus près, avec moins de variété</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Number of denoising steps; more steps take longer and give better results</source>
        <translation>Nombre d’étapes de débruitage&#xa0;; davantage d’étapes prennent plus de temps et donnent de meilleurs résultats</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Échantillonneur</translation>
    </message>
    <message>
        <source>CLIP guidance</source>
        <translation>Guidage CLIP</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>Nombre d’images</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Draft is fastest, Fine gives the best results</source>
        <translation>«&#xa0;Brouillon&#xa0;» est la plus rapide, «&#xa0;Fine&#xa0;» donne les meilleurs résultats</translation>
    </message>
    <message>
        <source>Method that turns noise into a picture</source>
        <translation>Méthode qui transforme le bruit en image</translation>
    </message>
    <message>
        <source>How strongly CLIP steers towards the prompt</source>
        <translation>Avec quelle force CLIP oriente vers le prompt</translation>
    </message>
    <message>
        <source>Number of pictures to generate at once</source>
        <translation>Nombre d’images à générer à la fois</translation>
    </message>
    <message>
        <source>dynamic thresholding</source>
        <translation>le seuillage dynamique</translation>
    </message>
    <message>
        <source>the temperature of the upsampler</source>
        <translation>la température du suréchantillonneur</translation>
    </message>
    <message>
        <source>leaving out the upsampler</source>
        <translation>l’omission du suréchantillonneur</translation>
    </message>
    <message>
        <source>From Picture</source>
        <translation>D’après l’image</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>quality</comment>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Chercher une commande</translation>
    </message>
    <message>
        <source>A few letters of a command</source>
        <translation>Quelques lettres d’une commande</translation>
    </message>
    <message>
        <source>Select the command to change</source>
        <translation>Sélectionner la commande à changer</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>Nouveau raccourci</translation>
    </message>
    <message>
        <source>Press the new shortcut for the selected command</source>
        <translation>Appuyer sur le nouveau raccourci de la commande sélectionnée</translation>
    </message>
    <message>
        <source>Remove the shortcut of the selected command</source>
        <translation>Supprimer le raccourci de la commande sélectionnée</translation>
    </message>
    <message>
        <source>Restore the default shortcut of the selected command</source>
        <translation>Rétablir le raccourci par défaut de la commande sélectionnée</translation>
    </message>
    <message>
        <source>Restore the default shortcuts of all commands</source>
        <translation>Rétablir les raccourcis par défaut de toutes les commandes</translation>
    </message>
    <message>
        <source>Problem with the new shortcut</source>
        <translation>Problème avec le nouveau raccourci</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>Restore All Defaults</source>
        <translation>Tout rétablir par défaut</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>Change width and height together</source>
        <translation>Changer largeur et hauteur ensemble</translation>
    </message>
    <message>
        <source>{side} in pixels</source>
        <translation>{side} en pixels</translation>
    </message>
    <message>
        <source>{old_width} x {old_height} becomes {width} x {height} pixels.</source>
        <translation>{old_width} x {old_height} devient {width} x {height} pixels.</translation>
    </message>
    <message>
        <source>Image Size</source>
        <translation>Taille de l’image</translation>
    </message>
    <message>
        <source>Percentage of the current size</source>
        <translation>Pourcentage de la taille actuelle</translation>
    </message>
    <message>
        <source>Constrain proportions</source>
        <translation>Conserver les proportions</translation>
    </message>
    <message>
        <source>New size</source>
        <translation>Nouvelle taille</translation>
    </message>
    <message>
        <source>New size in pixels</source>
        <translation>Nouvelle taille en pixels</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>Interpolation</translation>
    </message>
    <message>
        <source>Interpolation method</source>
        <translation>Méthode d’interpolation</translation>
    </message>
    <message>
        <source>Lanczos (sharp, for photographs)</source>
        <translation>Lanczos (net, pour les photos)</translation>
    </message>
    <message>
        <source>Bilinear (soft)</source>
        <translation>Bilinéaire (doux)</translation>
    </message>
    <message>
        <source>Nearest neighbour (hard edges, for pixel art)</source>
        <translation>Plus proche voisin (bords nets, pour le pixel art)</translation>
    </message>
    <message>
        <source>Canvas Size</source>
        <translation>Taille du canevas</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>en haut à gauche</translation>
    </message>
    <message>
        <source>top</source>
        <translation>en haut</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>en haut à droite</translation>
    </message>
    <message>
        <source>left</source>
        <translation>à gauche</translation>
    </message>
    <message>
        <source>Anchor the picture at the {place}</source>
        <translation>Ancrer l’image {place}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>à droite</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>au centre</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>en bas à gauche</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>en bas</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>en bas à droite</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Ancre</translation>
    </message>
    <message>
        <source>How to use the current tool</source>
        <translation>Comment utiliser l’outil actuel</translation>
    </message>
    <message>
        <source>Width and height in pixels</source>
        <translation>Largeur et hauteur en pixels</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>Taille de l’image</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Mémoire utilisée</translation>
    </message>
    <message>
        <source>Memory of GLIDE Studio: {used} of the {total} of this computer ({device})</source>
        <translation>Mémoire de GLIDE Studio&#xa0;: {used} sur {total} de cet ordinateur ({device})</translation>
    </message>
    <message>
        <source>Memory of GLIDE Studio on the graphics card: {used} of the {total} of {device}</source>
        <translation>Mémoire de GLIDE Studio sur la carte graphique&#xa0;: {used} sur {total} de {device}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>The model that generates the picture</source>
        <translation>Le modèle qui génère l’image</translation>
    </message>
    <message>
        <source>Missing networks</source>
        <translation>Réseaux manquants</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Installer…</translation>
    </message>
    <message>
        <source>Open the models, where the missing networks can be installed</source>
        <translation>Ouvrir les modèles pour installer les réseaux manquants</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modèle&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Inpainting needs the networks {names}, which are not installed.</source>
        <translation>L’inpainting a besoin des réseaux {names}, qui ne sont pas installés.</translation>
    </message>
    <message>
        <source>This mode needs the networks {names}, which are not installed.</source>
        <translation>Ce mode a besoin des réseaux {names}, qui ne sont pas installés.</translation>
    </message>
    <message>
        <source>Model used for generating</source>
        <translation>Modèle qui sert à générer</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>Styles</translation>
    </message>
    <message>
        <source>The style to edit</source>
        <translation>Le style à modifier</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of the style</source>
        <translation>Nom du style</translation>
    </message>
    <message>
        <source>Words around {prompt}; without {prompt} they are added after the prompt</source>
        <translation>Mots autour de {prompt}&#xa0;; sans {prompt}, ils sont ajoutés après le prompt</translation>
    </message>
    <message>
        <source>Add a style</source>
        <translation>Ajouter un style</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Gabarit</translation>
    </message>
    <message>
        <source>Before you use {name}</source>
        <translation>Avant d’utiliser {name}</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>Folder With {files}</source>
        <translation>Dossier contenant {files}</translation>
    </message>
    <message>
        <source>{size} are deleted from the disk. The next installation downloads them again.</source>
        <translation>{size} seront supprimés du disque. La prochaine installation les téléchargera à nouveau.</translation>
    </message>
    <message>
        <source>{size} are deleted from the disk, and runs that use the model are cancelled. Your pictures are kept.</source>
        <translation>{size} seront supprimés du disque, et les tâches qui utilisent le modèle seront annulées. Les images sont conservées.</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Supprimer {name}&#xa0;?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove this style</source>
        <translation>Supprimer ce style</translation>
    </message>
    <message>
        <source>Example: a watercolour of {prompt}</source>
        <translation>Exemple&#xa0;: a watercolour of {prompt}</translation>
    </message>
    <message>
        <source>New style</source>
        <translation>Nouveau style</translation>
    </message>
    <message>
        <source>Use Settings From Picture</source>
        <translation>Utiliser les réglages d’une image</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Magic wand: click an area of similar colour; Shift adds, Alt subtracts</source>
        <translation>Baguette magique&#xa0;: cliquer sur une zone&#xa0;; Maj ajoute, Alt soustrait</translation>
    </message>
    <message>
        <source>Colour range: click a colour or drag over several; Shift adds, Alt subtracts</source>
        <translation>Plage de couleurs&#xa0;: cliquer ou glisser&#xa0;; Maj ajoute, Alt soustrait</translation>
    </message>
    <message>
        <source>Colour range</source>
        <translation>Plage de couleurs</translation>
    </message>
    <message>
        <source>Colour brush: paints on a new layer; Alt picks a colour</source>
        <translation>Pinceau de couleur&#xa0;: peint sur un nouveau calque&#xa0;; Alt prélève une couleur</translation>
    </message>
    <message>
        <source>Layer mask of “{name}”: black hides, white shows, the eraser hides</source>
        <translation>Masque du calque «&#xa0;{name}&#xa0;»&#xa0;: le noir cache, le blanc montre, la gomme cache</translation>
    </message>
    <message>
        <source>Colour eraser: erases the layer “{name}”</source>
        <translation>Gomme de couleur&#xa0;: gomme le calque «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Colour brush: paints on the layer “{name}”; Alt picks a colour</source>
        <translation>Pinceau de couleur&#xa0;: peint sur «&#xa0;{name}&#xa0;»&#xa0;; Alt prélève une couleur</translation>
    </message>
    <message>
        <source>Paint layer mask</source>
        <translation>Peindre le masque de calque</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Calque</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Gommer</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Peindre</translation>
    </message>
    <message>
        <source>{shape}: drag from corner to corner; Shift adds, Alt subtracts</source>
        <translation>{shape}&#xa0;: glisser d’un coin à l’autre&#xa0;; Maj ajoute, Alt soustrait</translation>
    </message>
    <message>
        <source>Lasso: drag around the area to mask; Shift adds, Alt subtracts</source>
        <translation>Lasso&#xa0;: glisser autour de la zone à masquer&#xa0;; Maj ajoute, Alt soustrait</translation>
    </message>
    <message>
        <source>Polygon: click corners; Return closes it, Backspace removes the last one</source>
        <translation>Polygone&#xa0;: cliquer les sommets&#xa0;; Entrée ferme, Retour arrière en retire un</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>Baguette magique</translation>
    </message>
    <message>
        <source>Unknown words</source>
        <translation>Mots inconnus</translation>
    </message>
    <message>
        <source>Words that the model was not trained on have unpredictable effects</source>
        <translation>Les mots sur lesquels le modèle n’a pas été entraîné ont des effets imprévisibles</translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>«&#xa0;{word}&#xa0;»</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} autres</translation>
    </message>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>The model does not know {words}.</source>
        <translation>Le modèle ne connaît pas {words}.</translation>
    </message>
    <message>
        <source>The model does not know {words}; it can draw {nouns}</source>
        <translation>Le modèle ne connaît pas {words}&#xa0;; il sait dessiner {nouns}</translation>
    </message>
    <message>
        <source>What the model can draw</source>
        <translation>Ce que sait dessiner le modèle</translation>
    </message>
    <message>
        <source>Search the words</source>
        <translation>Chercher dans les mots</translation>
    </message>
    <message>
        <source>Type a part of a word, then press Return to add it to the prompt</source>
        <translation>Saisir une partie d’un mot, puis appuyer sur Entrée pour l’ajouter au prompt</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>Choses</translation>
    </message>
    <message>
        <source>Gradient preview</source>
        <translation>Aperçu du dégradé</translation>
    </message>
    <message>
        <source>The gradient of the foreground and background colours</source>
        <translation>Le dégradé des couleurs de premier plan et d’arrière-plan</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>How the colours run between both ends</source>
        <translation>Comment les couleurs passent d’un bout à l’autre</translation>
    </message>
    <message>
        <source>Reflected</source>
        <translation>Réfléchi</translation>
    </message>
    <message>
        <source>Radial</source>
        <translation>Radial</translation>
    </message>
    <message>
        <source>Conical</source>
        <translation>Conique</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>What the foreground colour runs to</source>
        <translation>Vers quoi va la couleur de premier plan</translation>
    </message>
    <message>
        <source>To transparent</source>
        <translation>Vers la transparence</translation>
    </message>
    <message>
        <source>To background</source>
        <translation>Vers l’arrière-plan</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Inverser</translation>
    </message>
    <message>
        <source>Swap both ends of the gradient</source>
        <translation>Échanger les deux bouts du dégradé</translation>
    </message>
    <message>
        <source>Opacity of the gradient; 1 to 9 and 0 set it</source>
        <translation>Opacité du dégradé&#xa0;; 1 à 9 et 0 la règlent</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>No matching words.</source>
        <translation>Aucun mot correspondant.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Click a word to add it to the prompt</source>
        <translation>Cliquer sur un mot pour l’ajouter au prompt</translation>
    </message>
    <message>
        <source>Also understood</source>
        <translation>Également compris</translation>
    </message>
    <message>
        <source>Add “{phrase}” to the prompt</source>
        <translation>Ajouter «&#xa0;{phrase}&#xa0;» au prompt</translation>
    </message>
    <message>
        <source>Drop a picture here, or paste it with {keys}</source>
        <translation>Déposer une image ici, ou la coller avec {keys}</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Fichiers récents</translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation>Images d’exemple</translation>
    </message>
    <message>
        <source>Example prompts</source>
        <translation>Exemples de prompts</translation>
    </message>
    <message>
        <source>Paint a rough sketch, which becomes a picture</source>
        <translation>Peindre un croquis, qui devient une image</translation>
    </message>
    <message>
        <source>A cup of coffee</source>
        <translation>Une tasse de café</translation>
    </message>
    <message>
        <source>A cat</source>
        <translation>Un chat</translation>
    </message>
    <message>
        <source>A rocket</source>
        <translation>Une fusée</translation>
    </message>
    <message>
        <source>Open a copy of this picture</source>
        <translation>Ouvrir une copie de cette image</translation>
    </message>
    <message>
        <source>The included model is small and knows only a few words.</source>
        <translation>Le modèle fourni est petit et ne connaît que peu de mots.</translation>
    </message>
    <message>
        <source>Open the models, to install the one that GLIDE&apos;s authors released</source>
        <translation>Ouvrir les modèles, pour installer celui que les auteurs de GLIDE ont publié</translation>
    </message>
    <message>
        <source>Get GLIDE&apos;s Model…</source>
        <translation>Obtenir le modèle de GLIDE…</translation>
    </message>
    <message>
        <source>Sketch, open or describe a picture</source>
        <translation>Faire un croquis, ouvrir ou décrire une image</translation>
    </message>
    <message>
        <source>Generate this picture</source>
        <translation>Générer cette image</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} enregistré.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>Saving {name}…</source>
        <translation>Enregistrement de {name}…</translation>
    </message>
    <message>
        <source>Nothing is selected. Paint a mask over what should be removed, then try again.</source>
        <translation>Rien n’est sélectionné. Peindre un masque sur ce qui doit disparaître, puis réessayer.</translation>
    </message>
    <message>
        <source>Only the {count} largest of the {total} mask areas are filled; the others stay masked for the next run.</source>
        <translation>Seules les {count} plus grandes des {total} zones du masque sont remplies&#xa0;; les autres restent masquées pour la prochaine tâche.</translation>
    </message>
    <message>
        <source>Generate a picture first; then you can compare it with another prompt.</source>
        <translation>Générer d’abord une image&#xa0;; elle pourra ensuite être comparée à un autre prompt.</translation>
    </message>
    <message>
        <source>Exported {name}.</source>
        <translation>{name} exporté.</translation>
    </message>
    <message>
        <source>Exporting {name}…</source>
        <translation>Export de {name}…</translation>
    </message>
    <message>
        <source>{name} is not saved.</source>
        <translation>{name} n’a pas été enregistré.</translation>
    </message>
    <message>
        <source> The open picture holds more than this file. Save a project to keep everything.</source>
        <translation> L’image ouverte contient plus que ce fichier. Enregistrer un projet pour tout conserver.</translation>
    </message>
    <message>
        <source> JPEG changes every pixel slightly; PNG keeps them exact.</source>
        <translation> JPEG modifie un peu chaque pixel&#xa0;; PNG les garde exactement.</translation>
    </message>
    <message>
        <source>Paint a mask over the part that should change, then generate.</source>
        <translation>Peindre un masque sur la partie qui doit changer, puis générer.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Arrière-plan</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Ouvrir {name}</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other documents or programs, then try again.</source>
        <translation>La mémoire ne suffit pas. Fermer d’autres images ou programmes, puis réessayer.</translation>
    </message>
    <message>
        <source>no details</source>
        <translation>aucun détail</translation>
    </message>
    <message>
        <source>Something went wrong: {detail} ({kind}).</source>
        <translation>Un problème est survenu&#xa0;: {detail} ({kind}).</translation>
    </message>
    <message>
        <source>Extend canvas</source>
        <translation>Agrandir le canevas</translation>
    </message>
    <message>
        <source>Scale image</source>
        <translation>Redimensionner l’image</translation>
    </message>
    <message>
        <source>Rotate image</source>
        <translation>Pivoter l’image</translation>
    </message>
    <message>
        <source>Flip image</source>
        <translation>Retourner l’image</translation>
    </message>
    <message>
        <source>A picture is being generated. Wait or cancel before changing the canvas.</source>
        <translation>Une génération est en cours. Attendre ou annuler avant de modifier le canevas.</translation>
    </message>
    <message>
        <source>New layer</source>
        <translation>Nouveau calque</translation>
    </message>
    <message>
        <source>Rename to {name}</source>
        <translation>Renommer en {name}</translation>
    </message>
    <message>
        <source>Duplicate layer</source>
        <translation>Dupliquer le calque</translation>
    </message>
    <message>
        <source>Duplicate layers</source>
        <translation>Dupliquer les calques</translation>
    </message>
    <message>
        <source>A picture needs at least one layer. Add another before you delete this one.</source>
        <translation>Une image a besoin d’au moins un calque. En ajouter un autre avant de supprimer celui-ci.</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>Supprimer {name}</translation>
    </message>
    <message>
        <source>Delete layers</source>
        <translation>Supprimer les calques</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation>Cacher {name}</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>Afficher {name}</translation>
    </message>
    <message>
        <source>Unlock {name}</source>
        <translation>Déverrouiller {name}</translation>
    </message>
    <message>
        <source>Lock {name}</source>
        <translation>Verrouiller {name}</translation>
    </message>
    <message>
        <source>Lock alpha of {name}</source>
        <translation>Verrouiller l’alpha de {name}</translation>
    </message>
    <message>
        <source>Unlock alpha of {name}</source>
        <translation>Déverrouiller l’alpha de {name}</translation>
    </message>
    <message>
        <source>There is no layer below this one to clip it to.</source>
        <translation>Il n’y a sous ce calque aucun calque sur lequel l’écrêter.</translation>
    </message>
    <message>
        <source>Release {name}</source>
        <translation>Annuler l’écrêtage de {name}</translation>
    </message>
    <message>
        <source>Clip {name}</source>
        <translation>Écrêter {name}</translation>
    </message>
    <message>
        <source>Fill layer mask</source>
        <translation>Remplir le masque de calque</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Remplir</translation>
    </message>
    <message>
        <source>Clear layer mask</source>
        <translation>Effacer le masque de calque</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Layer via copy</source>
        <translation>Calque par copie</translation>
    </message>
    <message>
        <source>Nothing is selected. Select what you want to cut to a new layer.</source>
        <translation>Rien n’est sélectionné. Sélectionnez ce que vous voulez couper vers un nouveau calque.</translation>
    </message>
    <message>
        <source>Layer via cut</source>
        <translation>Calque par découpe</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>Copier {name}</translation>
    </message>
    <message>
        <source>“{name}” has no pixels to copy here.</source>
        <translation>«&#xa0;{name}&#xa0;» n’a pas de pixels à copier ici.</translation>
    </message>
    <message>
        <source>There are no pixels to copy here.</source>
        <translation>Il n’y a pas de pixels à copier ici.</translation>
    </message>
    <message>
        <source>“{name}” is a group. Choose one of its layers to change pixels.</source>
        <translation>«&#xa0;{name}&#xa0;» est un groupe. Choisir un de ses calques pour changer des pixels.</translation>
    </message>
    <message>
        <source>The alpha of “{name}” is locked. Unlock it with Layer &gt; Lock Alpha.</source>
        <translation>L’alpha de «&#xa0;{name}&#xa0;» est verrouillé. Le déverrouiller avec Calque &gt; Verrouiller l’alpha.</translation>
    </message>
    <message>
        <source>There is no layer below this one to merge with.</source>
        <translation>Il n’y a pas de calque au-dessous de celui-ci avec lequel fusionner.</translation>
    </message>
    <message>
        <source>Merging needs at least two visible layers.</source>
        <translation>Pour fusionner, il faut au moins deux calques visibles.</translation>
    </message>
    <message>
        <source>All layers are hidden. Show one before you flatten the picture.</source>
        <translation>Tous les calques sont cachés. En afficher un avant d’aplatir l’image.</translation>
    </message>
    <message>
        <source>Flatten image</source>
        <translation>Aplatir l’image</translation>
    </message>
    <message>
        <source>Below is the group “{name}”. Merge the group first.</source>
        <translation>En dessous se trouve le groupe «&#xa0;{name}&#xa0;». Fusionner d’abord le groupe.</translation>
    </message>
    <message>
        <source>“{name}” is clipped and the layer above is not. Clip both or neither of them.</source>
        <translation>«&#xa0;{name}&#xa0;» est écrêté, et le calque au-dessus ne l’est pas. Écrêter les deux, ou aucun.</translation>
    </message>
    <message>
        <source>Merge group {name}</source>
        <translation>Fusionner le groupe {name}</translation>
    </message>
    <message>
        <source>Merge layers</source>
        <translation>Fusionner les calques</translation>
    </message>
    <message>
        <source>“{name}” is locked. Click its lock to change it.</source>
        <translation>«&#xa0;{name}&#xa0;» est verrouillé. Cliquer sur son cadenas pour le modifier.</translation>
    </message>
    <message>
        <source>“{name}” is hidden. Click its eye first.</source>
        <translation>«&#xa0;{name}&#xa0;» est caché. Cliquer d’abord sur son œil.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>Déplacer le calque</translation>
    </message>
    <message>
        <source>Merge down</source>
        <translation>Fusionner vers le bas</translation>
    </message>
    <message>
        <source>Merge visible</source>
        <translation>Fusionner les calques visibles</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Deselect</source>
        <translation>Désélectionner</translation>
    </message>
    <message>
        <source>Invert selection</source>
        <translation>Inverser la sélection</translation>
    </message>
    <message>
        <source>Reselect</source>
        <translation>Resélectionner</translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation>Agrandir le masque</translation>
    </message>
    <message>
        <source>Shrink mask</source>
        <translation>Réduire le masque</translation>
    </message>
    <message>
        <source>Feather mask</source>
        <translation>Adoucir le masque</translation>
    </message>
    <message>
        <source>Smooth mask</source>
        <translation>Lisser le masque</translation>
    </message>
    <message>
        <source>“{name}” has no pixels to select.</source>
        <translation>«&#xa0;{name}&#xa0;» n’a pas de pixels à sélectionner.</translation>
    </message>
    <message>
        <source>Select layer pixels</source>
        <translation>Sélectionner les pixels du calque</translation>
    </message>
    <message>
        <source>Mask to layer alpha</source>
        <translation>Masque vers l’alpha du calque</translation>
    </message>
    <message>
        <source>Import mask {name}</source>
        <translation>Importer le masque {name}</translation>
    </message>
    <message>
        <source>Saved the mask as {name}.</source>
        <translation>Masque enregistré sous {name}.</translation>
    </message>
    <message>
        <source>Add mask colour</source>
        <translation>Ajouter une couleur de masque</translation>
    </message>
    <message>
        <source>Remove mask colour</source>
        <translation>Supprimer la couleur de masque</translation>
    </message>
    <message>
        <source>The prompts cannot be saved: {reason}.</source>
        <translation>Les prompts ne peuvent pas être enregistrés&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The remembered prompts cannot be read, and new ones will not be saved.</source>
        <translation>Les prompts enregistrés ne peuvent pas être lus, et les nouveaux ne seront pas enregistrés.</translation>
    </message>
    <message>
        <source>The file of remembered prompts is damaged and was renamed to {name}.</source>
        <translation>Le fichier des prompts enregistrés est endommagé et a été renommé en {name}.</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Photographie</translation>
    </message>
    <message>
        <source>Oil painting</source>
        <translation>Peinture à l’huile</translation>
    </message>
    <message>
        <source>Pencil drawing</source>
        <translation>Dessin au crayon</translation>
    </message>
    <message>
        <source>{model} · loading…</source>
        <translation>{model} · chargement…</translation>
    </message>
    <message>
        <source>{model} · not loaded</source>
        <translation>{model} · non chargé</translation>
    </message>
    <message>
        <source>An upscaled picture cannot be varied: vary the picture it was made from.</source>
        <translation>Une image agrandie ne peut pas être variée&#xa0;: varier celle dont elle est issue.</translation>
    </message>
    <message>
        <source>The mask lies outside the candidate. Paint it on the candidate.</source>
        <translation>Le masque se trouve hors du candidat. Le peindre sur le candidat.</translation>
    </message>
    <message>
        <source>Nothing is transparent: extend the canvas first.</source>
        <translation>Rien n’est transparent&#xa0;: agrandir d’abord le canevas.</translation>
    </message>
    <message>
        <source>There is nothing to start from yet: paint or open a picture first.</source>
        <translation>Il n’y a encore rien dont partir&#xa0;: peindre ou ouvrir d’abord une image.</translation>
    </message>
    <message>
        <source>There is nothing to upscale yet: generate or open a picture first.</source>
        <translation>Il n’y a encore rien à agrandir&#xa0;: générer ou ouvrir d’abord une image.</translation>
    </message>
    <message>
        <source>There is no result yet to vary: generate one first.</source>
        <translation>Il n’y a pas encore de résultat à varier&#xa0;: en générer un d’abord.</translation>
    </message>
    <message>
        <source>This is not a GIMP palette: its first line is not “{header}”.</source>
        <translation>Ce n’est pas une palette GIMP&#xa0;: sa première ligne n’est pas «&#xa0;{header}&#xa0;».</translation>
    </message>
    <message>
        <source>This palette has {count} colours. At most {limit} are allowed.</source>
        <translation>Cette palette a {count} couleurs. Au plus {limit} sont permises.</translation>
    </message>
    <message>
        <source>Line {number} of the palette is not a colour. Three numbers from 0 to 255 are expected.</source>
        <translation>La ligne {number} de la palette n’est pas une couleur. Trois nombres de 0 à 255 sont attendus.</translation>
    </message>
    <message>
        <source>“{name}” is too large for a palette.</source>
        <translation>«&#xa0;{name}&#xa0;» est trop grand pour une palette.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être lu&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved: {reason}.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être enregistré&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The mask is empty: paint over what should change.</source>
        <translation>Le masque est vide&#xa0;: peindre sur ce qui doit changer.</translation>
    </message>
    <message>
        <source>The sampler must be {others} or {last}.</source>
        <translation>L’échantillonneur doit être {others} ou {last}.</translation>
    </message>
    <message>
        <source>The steps must be text such as “30” or “fast27”.</source>
        <translation>Les étapes doivent être du texte comme «&#xa0;30&#xa0;» ou «&#xa0;fast27&#xa0;».</translation>
    </message>
    <message>
        <source>The steps in each section must be from 1 to {most}.</source>
        <translation>Les étapes de chaque section doivent être de 1 à {most}.</translation>
    </message>
    <message>
        <source>The steps must be from 1 to {most}.</source>
        <translation>Les étapes doivent être de 1 à {most}.</translation>
    </message>
    <message>
        <source>The steps must be a number such as “30”, a list such as “10,10,3,2,2”, “fast27”, “ddim50” or “logsnr15”.</source>
        <translation>Les étapes doivent être un nombre comme «&#xa0;30&#xa0;», une liste comme «&#xa0;10,10,3,2,2&#xa0;», ou «&#xa0;fast27&#xa0;», «&#xa0;ddim50&#xa0;» ou «&#xa0;logsnr15&#xa0;».</translation>
    </message>
    <message>
        <source>The prompt contains invalid characters: retype it.</source>
        <translation>Le prompt contient des caractères non valides&#xa0;: le saisir de nouveau.</translation>
    </message>
    <message>
        <source>The negative prompt contains invalid characters: retype it.</source>
        <translation>Le prompt négatif contient des caractères non valides&#xa0;: le saisir de nouveau.</translation>
    </message>
    <message>
        <source>The thresholding must be {first} or {second}.</source>
        <translation>Le seuillage doit être {first} ou {second}.</translation>
    </message>
    <message>
        <source>The steps of {steps} cannot be spaced evenly: try ddim50 or {number}.</source>
        <translation>Les étapes de {steps} ne peuvent pas être réparties régulièrement&#xa0;: essayer ddim50 ou {number}.</translation>
    </message>
    <message>
        <source>The model must have a name.</source>
        <translation>Le modèle doit avoir un nom.</translation>
    </message>
    <message>
        <source>The prompt must be text.</source>
        <translation>Le prompt doit être du texte.</translation>
    </message>
    <message>
        <source>The negative prompt must be text.</source>
        <translation>Le prompt négatif doit être du texte.</translation>
    </message>
    <message>
        <source>The prompt is too long: keep it below {most} characters.</source>
        <translation>Le prompt est trop long&#xa0;: rester sous {most} caractères.</translation>
    </message>
    <message>
        <source>The negative prompt is too long: keep it below {most} characters.</source>
        <translation>Le prompt négatif est trop long&#xa0;: rester sous {most} caractères.</translation>
    </message>
    <message>
        <source>The seed must be a whole number from 0 to {most}.</source>
        <translation>La graine doit être un nombre entier de 0 à {most}.</translation>
    </message>
    <message>
        <source>The number of pictures must be a whole number from 1 to {most}.</source>
        <translation>Le nombre d’images doit être un nombre entier de 1 à {most}.</translation>
    </message>
    <message>
        <source>The guidance must be a number from 0 to {most:g}.</source>
        <translation>Le guidage doit être un nombre de 0 à {most:g}.</translation>
    </message>
    <message>
        <source>The CLIP guidance must be a number from 0 to {most:g}.</source>
        <translation>Le guidage CLIP doit être un nombre de 0 à {most:g}.</translation>
    </message>
    <message>
        <source>The temperature must be a number from 0 to 2.</source>
        <translation>La température doit être un nombre de 0 à 2.</translation>
    </message>
    <message>
        <source>The picture must be a uint8 array of height x width x 3.</source>
        <translation>L’image doit être un tableau uint8 de hauteur x largeur x 3.</translation>
    </message>
    <message>
        <source>The mask must be a uint8 array of height x width.</source>
        <translation>Le masque doit être un tableau uint8 de hauteur x largeur.</translation>
    </message>
    <message>
        <source>The feather must be a whole number from 0 to {most}.</source>
        <translation>L’adoucissement doit être un nombre entier de 0 à {most}.</translation>
    </message>
    <message>
        <source>The strength must be a number from 0 to 1.</source>
        <translation>La force doit être un nombre de 0 à 1.</translation>
    </message>
    <message>
        <source>The number of the picture must be below the size of its batch.</source>
        <translation>Le numéro de l’image doit être inférieur à la taille de son lot.</translation>
    </message>
    <message>
        <source>The picture to upscale must be as large as its region.</source>
        <translation>L’image à agrandir doit être aussi grande que sa zone.</translation>
    </message>
    <message>
        <source>Pictures are upscaled one at a time, by the upsampler.</source>
        <translation>Les images sont agrandies une par une, par le suréchantillonneur.</translation>
    </message>
    <message>
        <source>The mask must be as large as the edited region.</source>
        <translation>Le masque doit être aussi grand que la zone à modifier.</translation>
    </message>
    <message>
        <source>The position of the edit must be whole numbers from -{most} to {most}.</source>
        <translation>La position de la modification doit être en nombres entiers de -{most} à {most}.</translation>
    </message>
    <message>
        <source>A branch continues from a single picture.</source>
        <translation>Une bifurcation part d’une seule image.</translation>
    </message>
    <message>
        <source>An upscaled picture has no steps to continue from.</source>
        <translation>Une image agrandie n’a pas d’étapes à partir desquelles continuer.</translation>
    </message>
    <message>
        <source>A branch keeps the model, the steps, the sampler and the region of its run.</source>
        <translation>Une bifurcation garde le modèle, les étapes, l’échantillonneur et la zone de sa tâche.</translation>
    </message>
    <message>
        <source>The saved request is damaged: generate the edit again.</source>
        <translation>La tâche enregistrée est endommagée&#xa0;: générer de nouveau la modification.</translation>
    </message>
    <message>
        <source>The step to continue from must be a whole number from 1 to {most}.</source>
        <translation>L’étape à partir de laquelle continuer doit être un nombre entier de 1 à {most}.</translation>
    </message>
    <message>
        <source>The guidance interval must be a first and a last timestep.</source>
        <translation>L’intervalle du guidage doit être un premier et un dernier pas de temps.</translation>
    </message>
    <message>
        <source>The timesteps of the guidance interval must be whole numbers from 0 to {most}.</source>
        <translation>Les pas de temps de l’intervalle du guidage doivent être des nombres entiers de 0 à {most}.</translation>
    </message>
    <message>
        <source>The guidance interval must begin before it ends.</source>
        <translation>L’intervalle du guidage doit commencer avant de finir.</translation>
    </message>
    <message>
        <source>The picture must be square.</source>
        <translation>L’image doit être carrée.</translation>
    </message>
    <message>
        <source>The size of the edit must be whole numbers from 1 to {most}.</source>
        <translation>La taille de la modification doit être en nombres entiers de 1 à {most}.</translation>
    </message>
    <message>
        <source>The edited region must be square.</source>
        <translation>La zone à modifier doit être carrée.</translation>
    </message>
    <message>
        <source>A branch keeps the strength of its run.</source>
        <translation>Une bifurcation garde la force de sa tâche.</translation>
    </message>
    <message>
        <source>The prompt is empty: describe what you would like to see.</source>
        <translation>Le prompt est vide&#xa0;: décrire ce que l’on veut voir.</translation>
    </message>
    <message>
        <source>A picture has at most {most} pixels a side: choose fewer.</source>
        <translation>Une image a au plus {most} pixels de côté&#xa0;: en choisir moins.</translation>
    </message>
    <message>
        <source>A picture has at most {most} megapixels: choose a smaller size.</source>
        <translation>Une image a au plus {most} mégapixels&#xa0;: choisir une taille plus petite.</translation>
    </message>
    <message>
        <source>Move: drag the selected layers, with Alt copies, or press arrow keys</source>
        <translation>Déplacer&#xa0;: glisser les calques sélectionnés, avec Alt des copies, ou presser les flèches</translation>
    </message>
    <message>
        <source>Move: drag “{name}”, with Alt a copy, or press arrow keys</source>
        <translation>Déplacer&#xa0;: glisser «&#xa0;{name}&#xa0;», avec Alt une copie, ou presser les flèches</translation>
    </message>
    <message>
        <source>Move: drag what is selected of “{name}”, with Alt a copy</source>
        <translation>Déplacer&#xa0;: glisser la sélection de «&#xa0;{name}&#xa0;», avec Alt une copie</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>Déplacer {name}</translation>
    </message>
    <message>
        <source>Copy layers</source>
        <translation>Copier les calques</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>The mask “{name}” is {width} x {height} pixels, but the picture is {picture_width} x {picture_height}. They must be the same size.</source>
        <translation>Le masque «&#xa0;{name}&#xa0;» a {width} x {height} pixels, mais l’image {picture_width} x {picture_height}. Ils doivent avoir la même taille.</translation>
    </message>
    <message>
        <source>The mask “{name}” is empty. Make the area to repaint white.</source>
        <translation>Le masque «&#xa0;{name}&#xa0;» est vide. Rendre blanche la zone à repeindre.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved. The file name of a mask must end in .png.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être enregistré. Le nom de fichier d’un masque doit finir par .png.</translation>
    </message>
    <message>
        <source>{format} files hold flat pictures: layers and edits are merged. Save a project too to keep them.</source>
        <translation>Un fichier {format} contient une image aplatie&#xa0;: les calques et les modifications y sont fusionnés. Enregistrer aussi un projet pour les garder.</translation>
    </message>
    <message>
        <source>{format} files cannot hold transparency: transparent areas become white. Save as PNG to keep them.</source>
        <translation>Un fichier {format} ne peut pas contenir de transparence&#xa0;: les zones transparentes deviennent blanches. Enregistrer en PNG pour les garder.</translation>
    </message>
    <message>
        <source>{format} files have too little room for all metadata of the picture. Save as PNG to keep it.</source>
        <translation>Un fichier {format} n’a pas assez de place pour toutes les métadonnées de l’image. Enregistrer en PNG pour les garder.</translation>
    </message>
    <message>
        <source>{format} files cannot hold the IPTC fields of the picture, such as its caption and keywords. Save as PNG, JPEG or TIFF to keep them.</source>
        <translation>Un fichier {format} ne peut pas contenir les champs IPTC de l’image, comme sa légende et ses mots-clés. Enregistrer en PNG, JPEG ou TIFF pour les garder.</translation>
    </message>
    <message>
        <source>{format} files cannot hold all comments and other texts of the picture. Save as PNG to keep them.</source>
        <translation>Un fichier {format} ne peut pas contenir tous les commentaires et autres textes de l’image. Enregistrer en PNG pour les garder.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved. A {suffix} file is limited to {limit} pixels per side: use .png instead.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être enregistré. Un fichier {suffix} est limité à {limit} pixels de côté&#xa0;: utiliser plutôt .png.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved. The file name must end in .png, .jpg, .webp, .tif or .avif.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être enregistré. Le nom du fichier doit finir par .png, .jpg, .webp, .tif ou .avif.</translation>
    </message>
    <message>
        <source>“{name}” is a HEIC picture, which only opens with the Python package pillow-heif. Install that, or convert the picture to JPEG.</source>
        <translation>«&#xa0;{name}&#xa0;» est une image HEIC, qui ne s’ouvre qu’avec le paquet Python pillow-heif. L’installer, ou convertir l’image en JPEG.</translation>
    </message>
    <message>
        <source>“{name}” is a rare kind of TIFF that cannot be opened. Convert it to PNG in another program.</source>
        <translation>«&#xa0;{name}&#xa0;» est un TIFF d’un type rare, qui ne peut pas être ouvert. Le convertir en PNG dans un autre programme.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture. Choose a PNG, JPEG, WebP, AVIF, GIF, BMP or TIFF file.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas une image. Choisir un fichier PNG, JPEG, WebP, AVIF, GIF, BMP ou TIFF.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or is not an OpenRaster file. Open a backup or another copy.</source>
        <translation>«&#xa0;{name}&#xa0;» est endommagé ou n’est pas un fichier OpenRaster. Ouvrir une sauvegarde ou une autre copie.</translation>
    </message>
    <message>
        <source>“{name}” is damaged. What could be read of it is open as a copy: save it under a new name.</source>
        <translation>«&#xa0;{name}&#xa0;» est endommagé. Ce qui a pu en être lu est ouvert comme copie&#xa0;: l’enregistrer sous un nouveau nom.</translation>
    </message>
    <message>
        <source>The positions, names, blend modes and edits of its layers are lost.</source>
        <translation>La position, le nom, le mode de fusion et les modifications de ses calques sont perdus.</translation>
    </message>
    <message>
        <source>Damaged or missing layers are left out: {names}.</source>
        <translation>Les calques endommagés ou absents sont omis&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Its end is missing: there may have been edits, a mask, guides and a colour profile.</source>
        <translation>La fin du fichier manque&#xa0;: il s’y trouvait peut-être des modifications, un masque, des guides et un profil de couleurs.</translation>
    </message>
    <message>
        <source>“{name}” was saved by a newer version of GLIDE Studio. Update GLIDE Studio to open it.</source>
        <translation>«&#xa0;{name}&#xa0;» a été enregistré avec une version plus récente de GLIDE Studio. Mettre GLIDE Studio à jour pour l’ouvrir.</translation>
    </message>
    <message>
        <source>A part of “{name}” is damaged: its edits are ordinary layers.</source>
        <translation>Une partie de «&#xa0;{name}&#xa0;» est endommagée&#xa0;: ses modifications sont des calques ordinaires.</translation>
    </message>
    <message>
        <source>The mask of “{name}” is damaged: it is empty.</source>
        <translation>Le masque de «&#xa0;{name}&#xa0;» est endommagé&#xa0;: il est vide.</translation>
    </message>
    <message>
        <source>The layers of “{name}” have more than {limit} megapixels together. Scale the picture down in the program that made it.</source>
        <translation>Les calques de «&#xa0;{name}&#xa0;» dépassent ensemble {limit} mégapixels. Réduire l’image dans le logiciel qui l’a créée.</translation>
    </message>
    <message>
        <source>“{name}” blends its layers in ways that GLIDE Studio does not support. The top layer shows the picture as it was; the layers are hidden below it.</source>
        <translation>«&#xa0;{name}&#xa0;» fusionne ses calques d’une manière que GLIDE Studio ne prend pas en charge. Le calque supérieur montre l’image telle qu’elle était&#xa0;; les calques sont cachés en dessous.</translation>
    </message>
    <message>
        <source>“{name}” has more than {limit} megapixels. Scale it down first.</source>
        <translation>«&#xa0;{name}&#xa0;» a plus de {limit} mégapixels. En réduire d’abord la taille.</translation>
    </message>
    <message>
        <source>“{name}” contains files that are not kept when saving.</source>
        <translation>«&#xa0;{name}&#xa0;» contient des fichiers qui ne sont pas conservés à l’enregistrement.</translation>
    </message>
    <message>
        <source>Some blend modes of “{name}” are unknown: their layers are shown as Normal.</source>
        <translation>Certains modes de fusion de «&#xa0;{name}&#xa0;» sont inconnus&#xa0;: leurs calques sont affichés en mode Normal.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete. Get a new copy of it.</source>
        <translation>«&#xa0;{name}&#xa0;» est endommagé ou incomplet. S’en procurer une nouvelle copie.</translation>
    </message>
    <message>
        <source>“{name}” has more than {limit} pixels on a side. Scale it down first.</source>
        <translation>«&#xa0;{name}&#xa0;» a plus de {limit} pixels sur un côté. En réduire d’abord la taille.</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened ({reason}). Choose another file.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être ouvert ({reason}). Choisir un autre fichier.</translation>
    </message>
    <message>
        <source>There is not enough memory to open “{name}”. Close other documents or programs, then try again.</source>
        <translation>La mémoire ne suffit pas pour ouvrir «&#xa0;{name}&#xa0;». Fermer d’autres images ou programmes, puis réessayer.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose a picture in it.</source>
        <translation>«&#xa0;{name}&#xa0;» est un dossier. Choisir une image dedans.</translation>
    </message>
    <message>
        <source>“{name}” is not a file. Choose a picture.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas un fichier. Choisir une image.</translation>
    </message>
    <message>
        <source>“{path}” does not exist. Check its name and folder.</source>
        <translation>«&#xa0;{path}&#xa0;» n’existe pas. Vérifier le nom et le dossier.</translation>
    </message>
    <message>
        <source>“{name}” is a CMYK picture. It is edited and saved as sRGB.</source>
        <translation>«&#xa0;{name}&#xa0;» est une image CMJN. Elle est modifiée et enregistrée en sRVB.</translation>
    </message>
    <message>
        <source>“{name}” contains more metadata than is kept when saving. Save under another name to keep the original.</source>
        <translation>«&#xa0;{name}&#xa0;» contient plus de métadonnées que l’enregistrement n’en garde. Enregistrer sous un autre nom pour garder l’original.</translation>
    </message>
    <message>
        <source>The colour profile of “{name}” is damaged. The colours are read as sRGB.</source>
        <translation>Le profil de couleurs de «&#xa0;{name}&#xa0;» est endommagé. Les couleurs sont lues comme sRVB.</translation>
    </message>
    <message>
        <source>“{name}” has the colours of a video or of HDR, which are not supported. Convert it to sRGB in another program.</source>
        <translation>«&#xa0;{name}&#xa0;» a des couleurs pour la vidéo ou le HDR, qui ne sont pas prises en charge. La convertir en sRVB dans un autre programme.</translation>
    </message>
    <message>
        <source>“{name}” has a gamma or primaries of its own. It is edited and saved as sRGB.</source>
        <translation>«&#xa0;{name}&#xa0;» a un gamma ou des primaires qui lui sont propres. L’image est modifiée et enregistrée en sRVB.</translation>
    </message>
    <message>
        <source>“{name}” is a greyscale picture with a colour profile. It is edited and saved as sRGB.</source>
        <translation>«&#xa0;{name}&#xa0;» est une image en niveaux de gris avec un profil de couleurs. Elle est modifiée et enregistrée en sRVB.</translation>
    </message>
    <message>
        <source>“{name}” has {count} frames or pages, and only the first is shown. Save under another name to keep the others.</source>
        <translation>«&#xa0;{name}&#xa0;» a {count} images ou pages, dont seule la première est affichée. Enregistrer sous un autre nom pour garder les autres.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or is not a Photoshop file. Open a backup or another copy.</source>
        <translation>«&#xa0;{name}&#xa0;» est endommagé ou n’est pas un fichier Photoshop. Ouvrir une sauvegarde ou une autre copie.</translation>
    </message>
    <message>
        <source>“{name}” is a multichannel picture, which cannot be opened. Convert it to RGB in Photoshop.</source>
        <translation>«&#xa0;{name}&#xa0;» est une image multicanal, qui ne peut pas être ouverte. La convertir en RVB dans Photoshop.</translation>
    </message>
    <message>
        <source>The layers of “{name}” cannot be read: it is opened as one layer, as Photoshop shows it.</source>
        <translation>Les calques de «&#xa0;{name}&#xa0;» ne peuvent pas être lus&#xa0;: l’image est ouverte en un seul calque, telle que Photoshop l’affiche.</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file, which can be opened but not saved. Save it as an OpenRaster file to keep its layers.</source>
        <translation>«&#xa0;{name}&#xa0;» est un fichier Photoshop, qui peut être ouvert mais pas enregistré. L’enregistrer comme fichier OpenRaster pour conserver ses calques.</translation>
    </message>
    <message>
        <source>“{name}” has {bits} bits per channel, and is edited and saved with 8. Save under another name to keep the original.</source>
        <translation>«&#xa0;{name}&#xa0;» a {bits} bits par canal, et est modifié et enregistré avec 8. Enregistrer sous un autre nom pour garder l’original.</translation>
    </message>
    <message>
        <source>“{name}” is not an RGB picture. It is edited and saved as sRGB.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas une image RVB. Elle est modifiée et enregistrée en sRVB.</translation>
    </message>
    <message>
        <source>Adjustment layers in “{name}” are not supported: they are left out.</source>
        <translation>Les calques de réglage de «&#xa0;{name}&#xa0;» ne sont pas pris en charge et sont omis.</translation>
    </message>
    <message>
        <source>The layer “{name}” is damaged: it is left out.</source>
        <translation>Le calque «&#xa0;{name}&#xa0;» est endommagé et est omis.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a file. Choose another name.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être un nom de fichier. Choisir un autre nom.</translation>
    </message>
    <message>
        <source>“{name}” is not a file. Choose another name.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas un fichier. Choisir un autre nom.</translation>
    </message>
    <message>
        <source>“{name}” is write-protected. Save under another name, or allow changes to the file.</source>
        <translation>«&#xa0;{name}&#xa0;» est protégé en écriture. Enregistrer sous un autre nom ou autoriser les modifications du fichier.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose another name.</source>
        <translation>«&#xa0;{name}&#xa0;» est un dossier. Choisir un autre nom.</translation>
    </message>
    <message>
        <source>“{name}” is open in another program. Close it there, or choose another name.</source>
        <translation>«&#xa0;{name}&#xa0;» est ouvert dans un autre programme. L’y fermer, ou choisir un autre nom.</translation>
    </message>
    <message>
        <source>The folder “{folder}” does not exist. Choose another one.</source>
        <translation>Le dossier «&#xa0;{folder}&#xa0;» n’existe pas. En choisir un autre.</translation>
    </message>
    <message>
        <source>The folder “{folder}” is read-only. Choose another one.</source>
        <translation>Le dossier «&#xa0;{folder}&#xa0;» est en lecture seule. En choisir un autre.</translation>
    </message>
    <message>
        <source>There is not enough disk space for “{name}”. Free some space or save elsewhere.</source>
        <translation>Il n’y a pas assez d’espace disque pour «&#xa0;{name}&#xa0;». Libérer de l’espace ou enregistrer ailleurs.</translation>
    </message>
    <message>
        <source>The name “{name}” is too long. Choose a shorter one.</source>
        <translation>Le nom «&#xa0;{name}&#xa0;» est trop long. En choisir un plus court.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved ({reason}). Try another folder.</source>
        <translation>«&#xa0;{name}&#xa0;» n’a pas pu être enregistré ({reason}). Essayer un autre dossier.</translation>
    </message>
    <message>
        <source>The model {name} cannot do this. Choose another model.</source>
        <translation>Le modèle {name} ne sait pas le faire. Choisir un autre modèle.</translation>
    </message>
    <message>
        <source>The model {name} does not work with {sampler}. Choose another sampler.</source>
        <translation>Le modèle {name} ne fonctionne pas avec {sampler}. Choisir un autre échantillonneur.</translation>
    </message>
    <message>
        <source>The model {name} has no CLIP. Set CLIP guidance to 0.</source>
        <translation>Le modèle {name} n’a pas de CLIP. Mettre le guidage CLIP à 0.</translation>
    </message>
    <message>
        <source>The picture is too large to upscale. Crop it to {side} x {side}.</source>
        <translation>L’image est trop grande pour être agrandie. La rogner à {side} x {side}.</translation>
    </message>
    <message>
        <source>The picture must be {side} x {side} pixels for this model.</source>
        <translation>Pour ce modèle, l’image doit avoir {side} x {side} pixels.</translation>
    </message>
    <message>
        <source>The model {name} cannot inpaint without these networks: {names}. Install or import them with Edit &gt; Models, or choose another model.</source>
        <translation>Le modèle {name} ne sait pas faire d’inpainting sans ces réseaux&#xa0;: {names}. Les installer ou les importer avec Édition &gt; Modèles, ou choisir un autre modèle.</translation>
    </message>
    <message>
        <source>The model {name} cannot do this without these networks: {names}. Install or import them with Edit &gt; Models, or choose another model.</source>
        <translation>Le modèle {name} ne sait pas faire cela sans ces réseaux&#xa0;: {names}. Les installer ou les importer avec Édition &gt; Modèles, ou choisir un autre modèle.</translation>
    </message>
    <message>
        <source>There is no model “{name}”. No model is installed.</source>
        <translation>Il n’y a pas de modèle «&#xa0;{name}&#xa0;». Aucun modèle n’est installé.</translation>
    </message>
    <message>
        <source>There is no model “{name}”. Installed models: {known}.</source>
        <translation>Il n’y a pas de modèle «&#xa0;{name}&#xa0;». Modèles installés&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>The word lists in the prompt expand to too much text. Use fewer at once.</source>
        <translation>Les listes de mots du prompt donnent trop de texte. En employer moins à la fois.</translation>
    </message>
    <message>
        <source>The word list “{name}” refers to itself.</source>
        <translation>La liste de mots «&#xa0;{name}&#xa0;» renvoie à elle-même.</translation>
    </message>
    <message>
        <source>{name} is not a noised CLIP or is damaged.</source>
        <translation>{name} n’est pas un CLIP entraîné avec du bruit, ou est endommagé.</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>{name} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>{name} is not a GLIDE network or is damaged.</source>
        <translation>{name} n’est pas un réseau GLIDE, ou est endommagé.</translation>
    </message>
    <message>
        <source>The model file {path} does not exist.</source>
        <translation>Le fichier de modèle {path} n’existe pas.</translation>
    </message>
    <message>
        <source>{name} contains more than tensors and is not loaded.</source>
        <translation>{name} contient autre chose que des tenseurs et n’est pas chargé.</translation>
    </message>
    <message>
        <source>The model file {path} cannot be read: {reason}.</source>
        <translation>Le fichier de modèle {path} ne peut pas être lu&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The model {name} cannot inpaint. Choose another model.</source>
        <translation>Le modèle {name} ne sait pas faire d’inpainting. Choisir un autre modèle.</translation>
    </message>
    <message>
        <source>The canvas was cropped or resized after this run was queued. Undo that to use it.</source>
        <translation>Le canevas a été rogné ou redimensionné après la mise en file de cette tâche. Annuler cela pour l’utiliser.</translation>
    </message>
    <message>
        <source>“{name}” is an ordinary layer now. Undo to restore its edit.</source>
        <translation>«&#xa0;{name}&#xa0;» est maintenant un calque ordinaire. «&#xa0;Annuler&#xa0;» rétablit la modification.</translation>
    </message>
    <message>
        <source>Paint mask</source>
        <translation>Peindre le masque</translation>
    </message>
    <message>
        <source>This candidate is part of the document. Use Undo to remove it.</source>
        <translation>Ce candidat fait déjà partie du document. «&#xa0;Annuler&#xa0;» le retire.</translation>
    </message>
    <message>
        <source>Upscaled picture</source>
        <translation>Image agrandie</translation>
    </message>
    <message>
        <source>There is no word list “{name}”.</source>
        <translation>Il n’y a pas de liste de mots «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no word list “{name}”. Put a file {file} into {folder}.</source>
        <translation>Il n’y a pas de liste de mots «&#xa0;{name}&#xa0;». Mettre un fichier {file} dans {folder}.</translation>
    </message>
    <message>
        <source>The word list {path} is too long. Split it.</source>
        <translation>La liste de mots {path} est trop longue. La diviser en plusieurs.</translation>
    </message>
    <message>
        <source>The word list {path} is not a text file.</source>
        <translation>La liste de mots {path} n’est pas un fichier texte.</translation>
    </message>
    <message>
        <source>The word list {path} is empty.</source>
        <translation>La liste de mots {path} est vide.</translation>
    </message>
    <message>
        <source>{keys} is already used by “{command}”.</source>
        <translation>{keys} est déjà attribué à «&#xa0;{command}&#xa0;».</translation>
    </message>
    <message>
        <source>The candidate is being prepared. Wait until it is shown.</source>
        <translation>Le candidat est en préparation. Attendre qu’il soit affiché.</translation>
    </message>
    <message>
        <source>The recipe is copied. Open another picture and paste it there.</source>
        <translation>La recette est copiée. Ouvrir une autre image et l’y coller.</translation>
    </message>
    <message>
        <source>There is no recipe on the clipboard. Copy one first.</source>
        <translation>Le presse-papiers ne contient pas de recette. En copier d’abord une.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Import Mask</source>
        <translation>Importer un masque</translation>
    </message>
    <message>
        <source>Export Mask</source>
        <translation>Exporter le masque</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>Mask Colour</source>
        <translation>Couleur du masque</translation>
    </message>
    <message>
        <source>Drag a layer to reorder it, or press Alt+Up or Alt+Down; double-click to rename it, Space to hide or show it, Delete to delete it; Ctrl+click its thumbnail to select its pixels</source>
        <translation>Glisser un calque pour changer l’ordre, ou appuyer sur Alt+Haut ou Alt+Bas&#xa0;; double-cliquer pour le renommer, Espace pour le cacher ou l’afficher, Suppr pour le supprimer&#xa0;; Ctrl+clic sur sa vignette pour sélectionner ses pixels</translation>
    </message>
    <message>
        <source>More layer commands</source>
        <translation>Autres commandes de calque</translation>
    </message>
    <message>
        <source>How the active layer blends with those below</source>
        <translation>Comment le calque actif se mélange à ceux du dessous</translation>
    </message>
    <message>
        <source>Opacity of the active layer</source>
        <translation>Opacité du calque actif</translation>
    </message>
    <message>
        <source>Pass through</source>
        <translation>Transfert</translation>
    </message>
    <message>
        <source>Mask display</source>
        <translation>Affichage du masque</translation>
    </message>
    <message>
        <source>How the mask is displayed</source>
        <translation>Comment le masque s’affiche</translation>
    </message>
    <message>
        <source>Possible problems</source>
        <translation>Problèmes possibles</translation>
    </message>
    <message>
        <source>What may go wrong, and why</source>
        <translation>Ce qui peut mal tourner, et pourquoi</translation>
    </message>
    <message>
        <source>The model {model} is not installed or cannot be loaded.</source>
        <translation>Le modèle {model} n’est pas installé ou ne peut pas être chargé.</translation>
    </message>
    <message>
        <source>The mask is too weak to be repainted: less than 50%.</source>
        <translation>Le masque est trop faible pour être repeint&#xa0;: moins de 50&#xa0;%.</translation>
    </message>
    <message>
        <source>less than 1%</source>
        <translation>moins de 1&#xa0;%</translation>
    </message>
    <message>
        <source>The mask fills only {percent} of what the model sees and may be ignored. Paint a larger or rounder area.</source>
        <translation>Le masque ne remplit que {percent} de ce que voit le modèle, et risque d’être ignoré. Peindre une zone plus grande ou plus ronde.</translation>
    </message>
    <message>
        <source>Eyedropper: click to pick a colour</source>
        <translation>Pipette&#xa0;: cliquer pour prélever une couleur</translation>
    </message>
    <message>
        <source>“{prompt}” is finished.</source>
        <translation>«&#xa0;{prompt}&#xa0;» est terminé.</translation>
    </message>
    <message>
        <source>{count} runs are finished.</source>
        <translation>{count} tâches sont terminées.</translation>
    </message>
    <message>
        <source>{count} runs are finished, {failed} failed.</source>
        <translation>{count} tâches sont terminées, {failed} ont échoué.</translation>
    </message>
    <message>
        <source>Crop: drag the edges, outwards to extend; Return crops, Esc cancels</source>
        <translation>Rogner&#xa0;: tirer les bords, aussi vers l’extérieur&#xa0;; Entrée rogne, Échap annule</translation>
    </message>
    <message>
        <source>This unsaved picture is damaged, or another program has it open. It stays in the list.</source>
        <translation>Cette image non enregistrée est endommagée, ou ouverte dans un autre programme. Elle reste dans la liste.</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program since it was opened. Saving replaces these changes.</source>
        <translation>«&#xa0;{name}&#xa0;» a été modifié par un autre logiciel depuis son ouverture. L’enregistrement remplace ces modifications.</translation>
    </message>
    <message>
        <source>“{name}” is a project despite its name. Saving replaces its layers and edits by a flat picture. Save under a name that ends in {suffix} to keep them.</source>
        <translation>«&#xa0;{name}&#xa0;» est un projet malgré son nom. L’enregistrement remplace ses calques et ses modifications par une image aplatie. Enregistrer sous un nom qui se termine par {suffix} pour les garder.</translation>
    </message>
    <message>
        <source>“{name}” is a hard link: the same file under its other names changes too.</source>
        <translation>«&#xa0;{name}&#xa0;» est un lien physique&#xa0;: le même fichier change aussi sous ses autres noms.</translation>
    </message>
    <message>
        <source>Layers of “{name}” reach past the edge of the picture; these parts are cut off.</source>
        <translation>Des calques de «&#xa0;{name}&#xa0;» dépassent le bord de l’image&#xa0;; ces parties sont coupées.</translation>
    </message>
    <message>
        <source>The layer “{name}” is not a PNG file: it is left out.</source>
        <translation>Le calque «&#xa0;{name}&#xa0;» n’est pas un fichier PNG&#xa0;: il est omis.</translation>
    </message>
    <message>
        <source>The layer mask of “{name}” is damaged: what it hid is lost.</source>
        <translation>Le masque du calque «&#xa0;{name}&#xa0;» est endommagé&#xa0;: ce qu’il cachait est perdu.</translation>
    </message>
    <message>
        <source>The edit of “{name}” is damaged: it is an ordinary layer now.</source>
        <translation>La modification de «&#xa0;{name}&#xa0;» est endommagée&#xa0;: c’est maintenant un calque ordinaire.</translation>
    </message>
    <message>
        <source>This step of the history is damaged and cannot be shown. Choose another step in the History panel.</source>
        <translation>Cette étape de l’historique est endommagée et ne peut pas être affichée. Choisir une autre étape dans le panneau «&#xa0;Historique&#xa0;».</translation>
    </message>
    <message>
        <source>Autosave works again.</source>
        <translation>L’enregistrement automatique fonctionne de nouveau.</translation>
    </message>
    <message>
        <source>Autosave does not work at the moment: save your work yourself.</source>
        <translation>L’enregistrement automatique ne fonctionne pas pour le moment&#xa0;: enregistrer le travail à la main.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be written to ({reason}).</source>
        <translation>Impossible d’écrire dans le dossier «&#xa0;{folder}&#xa0;» ({reason}).</translation>
    </message>
    <message>
        <source>Content Credentials describe a generated edit, and need the AI label. Export the picture without them.</source>
        <translation>Les Content Credentials décrivent une modification générée et demandent la mention IA. Exporter l’image sans elles.</translation>
    </message>
    <message>
        <source>Content Credentials need the Python package c2pa-python. Install that, or export without them.</source>
        <translation>Les Content Credentials demandent le paquet Python c2pa-python. L’installer, ou exporter sans elles.</translation>
    </message>
    <message>
        <source>The certificate “{path}” cannot be used. Delete this file, and export again to make a new one.</source>
        <translation>Le certificat «&#xa0;{path}&#xa0;» est inutilisable. Supprimer ce fichier et exporter de nouveau pour en créer un autre.</translation>
    </message>
    <message>
        <source>the text, which is too long</source>
        <translation>le texte, qui est trop long</translation>
    </message>
    <message>
        <source>what another program calls {names}</source>
        <translation>ce qu’un autre logiciel appelle {names}</translation>
    </message>
    <message>
        <source>the end of the prompt, after {most} characters</source>
        <translation>la fin du prompt, après {most} caractères</translation>
    </message>
    <message>
        <source>the model {model}</source>
        <translation>le modèle {model}</translation>
    </message>
    <message>
        <source>the schedule {schedule}</source>
        <translation>la planification {schedule}</translation>
    </message>
    <message>
        <source>the sampler {sampler}</source>
        <translation>l’échantillonneur {sampler}</translation>
    </message>
    <message>
        <source>{name} “{value}”</source>
        <translation>{name} «&#xa0;{value}&#xa0;»</translation>
    </message>
    <message>
        <source>{name} {value} (limited to {used})</source>
        <translation>{name} {value} (limité à {used})</translation>
    </message>
    <message>
        <source>the exact settings, which are damaged</source>
        <translation>les réglages exacts, qui sont endommagés</translation>
    </message>
    <message>
        <source>The graphics card cannot hold the model: the processor is used instead.</source>
        <translation>La carte graphique n’a pas assez de mémoire pour le modèle&#xa0;: le processeur la remplace.</translation>
    </message>
    <message>
        <source>The preferred device {name} cannot hold the model: {used} is used instead.</source>
        <translation>Le périphérique préféré {name} n’a pas assez de mémoire pour le modèle&#xa0;: {used} est utilisé à la place.</translation>
    </message>
    <message>
        <source>The preferred device {name} is not available: {used} is used instead.</source>
        <translation>Le périphérique préféré {name} n’est pas disponible&#xa0;: {used} est utilisé à la place.</translation>
    </message>
    <message>
        <source>There is not enough memory: the run starts again with half precision.</source>
        <translation>La mémoire ne suffit pas&#xa0;: la tâche recommence en demi-précision.</translation>
    </message>
    <message>
        <source>The graphics card does not have enough memory: the run starts again on the processor, which takes longer.</source>
        <translation>La carte graphique n’a pas assez de mémoire&#xa0;: la tâche recommence sur le processeur, ce qui prend plus de temps.</translation>
    </message>
    <message>
        <source>The graphics card no longer answers: the run starts again on the processor, which takes longer. Restart GLIDE Studio to use the graphics card again.</source>
        <translation>La carte graphique ne répond plus&#xa0;: la tâche recommence sur le processeur, ce qui prend plus de temps. Redémarrer GLIDE Studio pour utiliser à nouveau la carte graphique.</translation>
    </message>
    <message>
        <source>There is not enough memory for this run. Close other programs or documents, then try again.</source>
        <translation>La mémoire ne suffit pas pour cette tâche. Fermer d’autres programmes ou images, puis réessayer.</translation>
    </message>
    <message>
        <source>The graphics card no longer answers. Restart GLIDE Studio, then try again.</source>
        <translation>La carte graphique ne répond plus. Redémarrer GLIDE Studio, puis réessayer.</translation>
    </message>
    <message>
        <source>There is not enough memory: the pictures are computed in smaller parts, which takes longer but changes nothing.</source>
        <translation>La mémoire ne suffit pas&#xa0;: les images sont calculées par parties plus petites, ce qui prend plus de temps mais n’y change rien.</translation>
    </message>
    <message>
        <source>A step produced unusable values: it is computed again with full precision.</source>
        <translation>Une étape a donné des valeurs inutilisables&#xa0;: elle est recalculée en pleine précision.</translation>
    </message>
    <message>
        <source>The model produces no usable values for this request. Try another prompt, seed or guidance, or reinstall the model.</source>
        <translation>Le modèle ne donne aucune valeur utilisable pour cette tâche. Essayer un autre prompt, une autre graine ou un autre guidage, ou réinstaller le modèle.</translation>
    </message>
    <message>
        <source>The engine stopped and was restarted: the run starts again.</source>
        <translation>Le calcul s’est arrêté et a été relancé&#xa0;: la tâche recommence.</translation>
    </message>
    <message>
        <source>The engine stopped ({reason}). Retry the run in the queue.</source>
        <translation>Le calcul s’est arrêté ({reason}). Réessayer la tâche dans la file d’attente.</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (copie)</translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>A copy is saved as {name}.</source>
        <translation>Une copie est enregistrée sous {name}.</translation>
    </message>
    <message>
        <source>The run cannot be continued from this step. Choose an earlier one.</source>
        <translation>La tâche ne peut pas être poursuivie à partir de cette étape. En choisir une plus tôt.</translation>
    </message>
    <message>
        <source>How well the pictures match the prompt cannot be measured.</source>
        <translation>Impossible de mesurer à quel point les images correspondent au prompt.</translation>
    </message>
    <message>
        <source>The prompt is too long for the model: it does not read “{words}”.</source>
        <translation>Le prompt est trop long pour le modèle&#xa0;: il ne lit pas «&#xa0;{words}&#xa0;».</translation>
    </message>
    <message>
        <source>Upscaling does not use the negative prompt.</source>
        <translation>L’agrandissement n’utilise pas le prompt négatif.</translation>
    </message>
    <message>
        <source>The negative prompt has no effect. Raise the guidance above 1 to use it.</source>
        <translation>Le prompt négatif est sans effet. Augmenter le guidage au-delà de 1 pour l’utiliser.</translation>
    </message>
    <message>
        <source>The negative prompt is too long for the model: it does not read “{words}”.</source>
        <translation>Le prompt négatif est trop long pour le modèle&#xa0;: il ne lit pas «&#xa0;{words}&#xa0;».</translation>
    </message>
    <message>
        <source>“{name}” is a LoRA, which changes another model. GLIDE Studio reads whole GLIDE checkpoints.</source>
        <translation>«&#xa0;{name}&#xa0;» est un LoRA, qui modifie un autre modèle. GLIDE Studio lit des checkpoints entiers de GLIDE.</translation>
    </message>
    <message>
        <source>“{name}” is a checkpoint of another model, {kind}. GLIDE Studio reads GLIDE checkpoints.</source>
        <translation>«&#xa0;{name}&#xa0;» est un checkpoint d’un autre modèle, {kind}. GLIDE Studio lit les checkpoints de GLIDE.</translation>
    </message>
    <message>
        <source>“{name}” is a diffusion network that reads no text. GLIDE Studio reads GLIDE checkpoints.</source>
        <translation>«&#xa0;{name}&#xa0;» est un réseau de diffusion qui ne lit aucun texte. GLIDE Studio lit les checkpoints de GLIDE.</translation>
    </message>
    <message>
        <source>“{name}” is a program for PyTorch (TorchScript), as OpenAI&apos;s CLIP is published, and is not run. GLIDE Studio reads GLIDE checkpoints.</source>
        <translation>«&#xa0;{name}&#xa0;» est un programme pour PyTorch (TorchScript), tel que CLIP d’OpenAI est publié, et n’est pas exécuté. GLIDE Studio lit les checkpoints de GLIDE.</translation>
    </message>
    <message>
        <source>“{name}” is in the tar format of early PyTorch versions, which is not supported. Load and save it with a newer PyTorch first.</source>
        <translation>«&#xa0;{name}&#xa0;» est au format tar des premières versions de PyTorch, qui n’est pas pris en charge. Le charger et l’enregistrer d’abord avec un PyTorch plus récent.</translation>
    </message>
    <message>
        <source>“{name}” is neither a file of PyTorch nor a safetensors file.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est ni un fichier de PyTorch ni un fichier safetensors.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose the files in it.</source>
        <translation>«&#xa0;{name}&#xa0;» est un dossier. Choisir les fichiers qu’il contient.</translation>
    </message>
    <message>
        <source>“{name}” contains more than tensors, which could run code, and is not loaded. Get it as a safetensors file.</source>
        <translation>«&#xa0;{name}&#xa0;» contient autre chose que des tenseurs, ce qui pourrait exécuter du code, et n’est pas chargé. L’obtenir sous forme de fichier safetensors.</translation>
    </message>
    <message>
        <source>“{name}” contains no tensors with names.</source>
        <translation>«&#xa0;{name}&#xa0;» ne contient aucun tenseur nommé.</translation>
    </message>
    <message>
        <source>“{name}” is not loaded: {parameter} contains integers or complex numbers, as in a quantized model. Get the model in 16 or 32 bits.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas chargé&#xa0;: {parameter} contient des nombres entiers ou complexes, comme dans un modèle quantifié. Se procurer le modèle en 16 ou 32 bits.</translation>
    </message>
    <message>
        <source>“{first}” and “{second}” are the same network of GLIDE.</source>
        <translation>«&#xa0;{first}&#xa0;» et «&#xa0;{second}&#xa0;» sont le même réseau de GLIDE.</translation>
    </message>
    <message>
        <source>“{name}” is one of the two encoders of GLIDE&apos;s CLIP. Import both of them together.</source>
        <translation>«&#xa0;{name}&#xa0;» est l’un des deux encodeurs du CLIP de GLIDE. Importer les deux ensemble.</translation>
    </message>
    <message>
        <source>“{name}” has weights too large for half precision. Import it in full precision.</source>
        <translation>«&#xa0;{name}&#xa0;» a des poids trop grands pour la demi-précision. L’importer en pleine précision.</translation>
    </message>
    <message>
        <source>“{name}” is damaged: {parameter} has values that are not numbers.</source>
        <translation>«&#xa0;{name}&#xa0;» est endommagé&#xa0;: {parameter} a des valeurs qui ne sont pas des nombres.</translation>
    </message>
    <message>
        <source>“{name}” has parameters named as GLIDE&apos;s, but no GLIDE network has their sizes.</source>
        <translation>«&#xa0;{name}&#xa0;» a des paramètres nommés comme ceux de GLIDE, mais aucun réseau de GLIDE n’a leurs tailles.</translation>
    </message>
    <message>
        <source>“{name}” is not a checkpoint of GLIDE or of any other model that GLIDE Studio knows.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est ni un checkpoint de GLIDE ni celui d’un autre modèle que GLIDE Studio connaît.</translation>
    </message>
    <message>
        <source>The two encoders of CLIP do not belong together: their sizes differ.</source>
        <translation>Les deux encodeurs de CLIP ne vont pas ensemble&#xa0;: leurs tailles diffèrent.</translation>
    </message>
    <message>
        <source>“{name}” is an incomplete checkpoint of GLIDE: {parameter} is missing.</source>
        <translation>«&#xa0;{name}&#xa0;» est un checkpoint incomplet de GLIDE&#xa0;: il manque {parameter}.</translation>
    </message>
    <message>
        <source>“{name}” does not fit GLIDE: {parameter} is {found} instead of {expected}.</source>
        <translation>«&#xa0;{name}&#xa0;» ne correspond pas à GLIDE&#xa0;: {parameter} est {found} au lieu de {expected}.</translation>
    </message>
    <message>
        <source>The networks that OpenAI released in 2021, trained on photographs without people</source>
        <translation>Les réseaux publiés par OpenAI en 2021, entraînés sur des photographies sans personnes</translation>
    </message>
    <message>
        <source>GLIDE (filtered) was trained on pictures from the internet, from which people, violence and symbols of hate were removed as far as that was possible.</source>
        <translation>GLIDE (filtered) a été entraîné sur des images d’Internet dont les personnes, la violence et les symboles de haine ont été retirés autant que possible.</translation>
    </message>
    <message>
        <source>It draws people badly or not at all, and may still make something offensive; what it draws repeats the prejudices of its pictures, most of all with CLIP guidance.</source>
        <translation>Il dessine mal les personnes, ou pas du tout, et peut malgré tout produire quelque chose de choquant&#xa0;; ce qu’il dessine répète les préjugés de ses images, surtout avec le guidage CLIP.</translation>
    </message>
    <message>
        <source>Its authors released it for research. Do not use it to deceive or to harm others, and say so where a photograph has been edited.</source>
        <translation>Ses auteurs l’ont publié pour la recherche. Ne pas l’utiliser pour tromper ou nuire, et le dire lorsqu’une photographie a été retouchée.</translation>
    </message>
    <message>
        <source>The code was published by OpenAI under the MIT licence. Their model card: {card}</source>
        <translation>Le code a été publié par OpenAI sous licence MIT. La fiche du modèle&#xa0;: {card}</translation>
    </message>
    <message>
        <source>The server {host} does not answer as it should: {reason}. Try again later; what was received is kept.</source>
        <translation>Le serveur {host} ne répond pas comme il devrait&#xa0;: {reason}. Réessayer plus tard&#xa0;; ce qui a été reçu est conservé.</translation>
    </message>
    <message>
        <source>The server {host} has a different file from the one that was verified.</source>
        <translation>Le serveur {host} a un autre fichier que celui qui a été vérifié.</translation>
    </message>
    <message>
        <source>The server {host} sent a damaged or incomplete file.</source>
        <translation>Le serveur {host} a envoyé un fichier endommagé ou incomplet.</translation>
    </message>
    <message>
        <source>The address {url} does not work.</source>
        <translation>L’adresse {url} ne fonctionne pas.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written: {reason}.</source>
        <translation>Le fichier {path} ne peut pas être écrit&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The proxy in the system&apos;s settings cannot be used: {reason}.</source>
        <translation>Le proxy des réglages du système ne peut pas être utilisé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The server {host} cannot be reached. Check the internet connection, then try again.</source>
        <translation>Le serveur {host} est injoignable. Vérifier la connexion à Internet, puis réessayer.</translation>
    </message>
    <message>
        <source>The server {host} stopped sending. Try again later; what was received is kept.</source>
        <translation>Le serveur {host} a cessé d’envoyer. Réessayer plus tard&#xa0;; ce qui a été reçu est conservé.</translation>
    </message>
    <message>
        <source>The server {host} sends a much longer file.</source>
        <translation>Le serveur {host} envoie un fichier beaucoup plus long.</translation>
    </message>
    <message>
        <source>The server {host} sends the file in another form.</source>
        <translation>Le serveur {host} envoie le fichier sous une autre forme.</translation>
    </message>
    <message>
        <source>The server {host} leads to an address that is not secure.</source>
        <translation>Le serveur {host} mène à une adresse qui n’est pas sécurisée.</translation>
    </message>
    <message>
        <source>The server {host} is overloaded (status {status}). Try again later; what was received is kept.</source>
        <translation>Le serveur {host} est surchargé (état {status}). Réessayer plus tard&#xa0;; ce qui a été reçu est conservé.</translation>
    </message>
    <message>
        <source>The server {host} refuses to send the file (status {status}).</source>
        <translation>Le serveur {host} refuse d’envoyer le fichier (état {status}).</translation>
    </message>
    <message>
        <source>The server {host} does not have the file (status {status}).</source>
        <translation>Le serveur {host} n’a pas le fichier (état {status}).</translation>
    </message>
    <message>
        <source>The server {host} sent a web page instead of the file. Perhaps this network wants you to log in first.</source>
        <translation>Le serveur {host} a envoyé une page web au lieu du fichier. Ce réseau demande peut-être d’abord une connexion.</translation>
    </message>
    <message>
        <source>GLIDE Studio works offline. Allow downloads in the preferences, or install from a folder.</source>
        <translation>GLIDE Studio travaille hors ligne. Autoriser les téléchargements dans les préférences, ou installer depuis un dossier.</translation>
    </message>
    <message>
        <source>“{name}” is not in {folder}.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas dans {folder}.</translation>
    </message>
    <message>
        <source>“{name}” contains a different network of GLIDE than expected.</source>
        <translation>«&#xa0;{name}&#xa0;» contient un autre réseau de GLIDE que celui attendu.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a model. Use letters, digits, spaces and hyphens.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être le nom d’un modèle. Utiliser des lettres, des chiffres, des espaces et des traits d’union.</translation>
    </message>
    <message>
        <source>Another GLIDE Studio is installing a model. Wait until it has finished.</source>
        <translation>Un autre GLIDE Studio installe un modèle. Attendre qu’il ait terminé.</translation>
    </message>
    <message>
        <source>The folder of models {folder} cannot be changed: {reason}.</source>
        <translation>Le dossier des modèles {folder} ne peut pas être modifié&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is part of the program. Choose another name for the model.</source>
        <translation>«&#xa0;{name}&#xa0;» fait partie du programme. Choisir un autre nom pour le modèle.</translation>
    </message>
    <message>
        <source>“{name}” already has the network {network}. Choose another name.</source>
        <translation>«&#xa0;{name}&#xa0;» a déjà le réseau {network}. Choisir un autre nom.</translation>
    </message>
    <message>
        <source>“{name}” is part of the program and cannot be removed.</source>
        <translation>«&#xa0;{name}&#xa0;» fait partie du programme et ne peut pas être supprimé.</translation>
    </message>
    <message>
        <source>“{name}” is part of the program: there is nothing to verify.</source>
        <translation>«&#xa0;{name}&#xa0;» fait partie du programme&#xa0;: il n’y a rien à vérifier.</translation>
    </message>
    <message>
        <source>“{name}” cannot be removed while it is in use: {reason}. End the runs that use it, then try again.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être supprimé tant qu’il est utilisé&#xa0;: {reason}. Arrêter les tâches qui l’utilisent, puis réessayer.</translation>
    </message>
    <message>
        <source>“{name}” is installed.</source>
        <translation>«&#xa0;{name}&#xa0;» est installé.</translation>
    </message>
    <message>
        <source>“{name}” is imported.</source>
        <translation>«&#xa0;{name}&#xa0;» est importé.</translation>
    </message>
    <message>
        <source>“{name}” was damaged. These networks were removed. Install them again: {networks}.</source>
        <translation>«&#xa0;{name}&#xa0;» était endommagé. Ces réseaux ont été supprimés. Les réinstaller&#xa0;: {networks}.</translation>
    </message>
    <message>
        <source>“{name}” is undamaged.</source>
        <translation>«&#xa0;{name}&#xa0;» est intact.</translation>
    </message>
    <message>
        <source>The unfinished downloads of “{name}” are deleted.</source>
        <translation>Les téléchargements inachevés de «&#xa0;{name}&#xa0;» sont supprimés.</translation>
    </message>
    <message>
        <source>Another model is being changed. Wait until that is finished.</source>
        <translation>Un autre modèle est en cours de modification. Attendre que ce soit terminé.</translation>
    </message>
    <message>
        <source>The engine is still loading. Try again in a moment.</source>
        <translation>Le calcul est encore en cours de chargement. Réessayer dans un instant.</translation>
    </message>
    <message>
        <source>“{name}” is removed.</source>
        <translation>«&#xa0;{name}&#xa0;» est supprimé.</translation>
    </message>
    <message>
        <source>This computer has no device {name}. Use {known} or auto.</source>
        <translation>Cet ordinateur n’a pas de périphérique {name}. Utiliser {known} ou auto.</translation>
    </message>
    <message>
        <source>The pixel lock refused this edit: it would change {count} pixels outside its mask. Save your work and report this.</source>
        <translation>Le verrou des pixels a refusé cette modification&#xa0;: elle changerait {count} pixels hors de son masque. Enregistrer le travail et signaler ce problème.</translation>
    </message>
    <message>
        <source>Mask from matte</source>
        <translation>Masque depuis le détourage</translation>
    </message>
    <message>
        <source>Matte from mask</source>
        <translation>Détourage depuis le masque</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Fondu</translation>
    </message>
    <message>
        <source>Paint a mask over the part that should change, then draw drafts.</source>
        <translation>Peindre un masque sur la partie à changer, puis dessiner des esquisses.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Esquisses</translation>
    </message>
    <message>
        <source>Press Enter or double-click to give a draft a star, Delete to reject it</source>
        <translation>Appuyer sur Entrée ou double-cliquer pour donner une étoile à une esquisse, Suppr pour la rejeter</translation>
    </message>
    <message>
        <source>Drafts of the prompt appear here.</source>
        <translation>Les esquisses du prompt apparaissent ici.</translation>
    </message>
    <message>
        <source>Seed {seed}</source>
        <translation>Graine {seed}</translation>
    </message>
    <message>
        <source>prompt match {match}</source>
        <translation>correspondance avec le prompt {match}</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>étoilée</translation>
    </message>
    <message>
        <source>Opacity of the live picture</source>
        <translation>Opacité de l’image en direct</translation>
    </message>
    <message>
        <source>Opacity of the live picture over your own picture</source>
        <translation>Opacité de l’image en direct sur l’image d’origine</translation>
    </message>
    <message>
        <source>Live starts when there is a picture and a prompt.</source>
        <translation>«&#xa0;En direct&#xa0;» démarre dès qu’il y a une image et un prompt.</translation>
    </message>
    <message>
        <source>What Live is waiting for</source>
        <translation>Ce qu’attend «&#xa0;En direct&#xa0;»</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Show the picture that was predicted at each step of the run</source>
        <translation>Afficher l’image qui était prédite à chaque étape de la tâche</translation>
    </message>
    <message>
        <source>“{name}” lies outside the picture. Undo the crop to run it again.</source>
        <translation>«&#xa0;{name}&#xa0;» se trouve hors de l’image. Annuler le rognage pour relancer la modification.</translation>
    </message>
    <message>
        <source>Paste recipe</source>
        <translation>Coller la recette</translation>
    </message>
    <message>
        <source>Open a picture first, then paste the recipe.</source>
        <translation>Ouvrir d’abord une image, puis coller la recette.</translation>
    </message>
    <message>
        <source>The edit did not change.</source>
        <translation>La modification n’a pas changé.</translation>
    </message>
    <message>
        <source>“{name}” is locked: unlock it to run it again.</source>
        <translation>«&#xa0;{name}&#xa0;» est verrouillé&#xa0;: le déverrouiller pour relancer la modification.</translation>
    </message>
    <message>
        <source>Re-run {name}</source>
        <translation>Relancer {name}</translation>
    </message>
    <message>
        <source>The edits were changed while they were running again, so the picture was left unchanged. Run them again.</source>
        <translation>Les modifications ont changé pendant qu’elles étaient relancées&#xa0;; l’image est donc restée inchangée. Les relancer.</translation>
    </message>
    <message>
        <source>A project file holds at most {limit} layers. Merge some layers before you save.</source>
        <translation>Un fichier de projet contient au plus {limit} calques. Fusionner des calques avant d’enregistrer.</translation>
    </message>
    <message>
        <source>Measuring how precisely this device computes {name}, once, before the first picture. With a large model, this takes a minute or more.</source>
        <translation>La précision avec laquelle ce périphérique calcule {name} est mesurée une seule fois, avant la première image. Avec un grand modèle, cela prend une minute ou plus.</translation>
    </message>
    <message>
        <source>Move model frame</source>
        <translation>Déplacer le cadre du modèle</translation>
    </message>
    <message>
        <source>Fit model frame</source>
        <translation>Ajuster le cadre du modèle</translation>
    </message>
    <message>
        <source>What the base network sees</source>
        <translation>Ce que voit le réseau de base</translation>
    </message>
    <message>
        <source>What the upsampler sees</source>
        <translation>Ce que voit le suréchantillonneur</translation>
    </message>
    <message>
        <source>Paint a mask to see what the model sees of the picture.</source>
        <translation>Peindre un masque pour voir ce que le modèle voit de l’image.</translation>
    </message>
    <message>
        <source>How many cells of its grid the model repaints</source>
        <translation>Combien de cellules de sa grille le modèle repeint</translation>
    </message>
    <message>
        <source>Fit to Mask</source>
        <translation>Ajuster au masque</translation>
    </message>
    <message>
        <source>The prompt as the model reads it, token by token</source>
        <translation>Le prompt tel que le modèle le lit, jeton par jeton</translation>
    </message>
    <message>
        <source>{width} x {height}</source>
        <translation>{width} x {height}</translation>
    </message>
    <message>
        <source>The model tends to ignore so small a mask. Fit the frame, or paint a larger area.</source>
        <translation>Le modèle a tendance à ignorer un masque aussi petit. Ajuster le cadre ou peindre une zone plus grande.</translation>
    </message>
    <message>
        <source>not read:</source>
        <translation>non lu&#xa0;:</translation>
    </message>
    <message>
        <source>The model redraws all of it.</source>
        <translation>Le modèle redessine tout.</translation>
    </message>
    <message>
        <source>Repaints {percent}: {count} of {total} cells.</source>
        <translation>Repeint {percent}&#xa0;: {count} cellules sur {total}.</translation>
    </message>
    <message>
        <source>Model frame: drag it or its handles; double-click fits it to the mask</source>
        <translation>Cadre du modèle&#xa0;: tirer le cadre ou ses poignées&#xa0;; un double-clic l’ajuste au masque</translation>
    </message>
    <message>
        <source>Document now</source>
        <translation>Document actuel</translation>
    </message>
    <message>
        <source>Candidate: {prompt}, seed {seed}</source>
        <translation>Candidat&#xa0;: {prompt}, graine {seed}</translation>
    </message>
    <message>
        <source>“{step}” is being read from the disk. Try again in a moment.</source>
        <translation>«&#xa0;{step}&#xa0;» est en cours de lecture sur le disque. Réessayer dans un instant.</translation>
    </message>
    <message>
        <source>The page was cropped, scaled, rotated or flipped after “{step}”. Restore from a step after that: click to the left of it in the History panel.</source>
        <translation>La page a été rognée, redimensionnée, pivotée ou retournée après «&#xa0;{step}&#xa0;». Restaurer à partir d’une étape ultérieure&#xa0;: cliquer à sa gauche dans le panneau «&#xa0;Historique&#xa0;».</translation>
    </message>
    <message>
        <source>“{name}” did not exist at “{step}”. Choose another layer, or click to the left of a later step in the History panel.</source>
        <translation>«&#xa0;{name}&#xa0;» n’existait pas à «&#xa0;{step}&#xa0;». Choisir un autre calque, ou cliquer à gauche d’une étape ultérieure dans le panneau «&#xa0;Historique&#xa0;».</translation>
    </message>
    <message>
        <source>Restore From This Step</source>
        <translation>Restaurer à partir de cette étape</translation>
    </message>
    <message>
        <source>Click a step to return to it, or to the left of one to paint from it with the restore brush</source>
        <translation>Cliquer sur une étape pour y revenir, ou à sa gauche pour peindre à partir d’elle avec le pinceau de restauration</translation>
    </message>
    <message>
        <source>{step}, source of the restore brush</source>
        <translation>{step}, source du pinceau de restauration</translation>
    </message>
    <message>
        <source>Compare: drag the line, or press Shift and an arrow key; Esc ends</source>
        <translation>Comparer&#xa0;: glisser la ligne, ou appuyer sur Maj et une flèche&#xa0;; Échap termine</translation>
    </message>
    <message>
        <source>Compare: nothing is changed; drag to pan, Esc ends</source>
        <translation>Comparer&#xa0;: rien n’est modifié&#xa0;; glisser déplace la vue, Échap termine</translation>
    </message>
    <message>
        <source>Restore brush: there is nothing to restore on a blank page</source>
        <translation>Pinceau de restauration&#xa0;: il n’y a rien à restaurer sur une page vide</translation>
    </message>
    <message>
        <source>Restore brush: paints the layer “{name}” as it was at “{step}”</source>
        <translation>Pinceau de restauration&#xa0;: peint «&#xa0;{name}&#xa0;» tel qu’il était à «&#xa0;{step}&#xa0;»</translation>
    </message>
    <message>
        <source>Accept or discard the shown candidate before you restore anything.</source>
        <translation>Accepter ou rejeter le candidat affiché avant de restaurer quoi que ce soit.</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Côté gauche</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Côté droit</translation>
    </message>
    <message>
        <source>The picture on the left</source>
        <translation>L’image de gauche</translation>
    </message>
    <message>
        <source>The picture on the right</source>
        <translation>L’image de droite</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Échanger les côtés</translation>
    </message>
    <message>
        <source>End comparison</source>
        <translation>Terminer la comparaison</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder}: {needed} MB are needed, {free} MB are free.</source>
        <translation>Il n’y a pas assez d’espace disque dans {folder}&#xa0;: il faut {needed} Mo, {free} Mo sont libres.</translation>
    </message>
    <message>
        <source>Diagnostics copied. Paste them into your bug report. They contain no prompts and no file names.</source>
        <translation>Données de diagnostic copiées. Les coller dans le rapport de bogue. Elles ne contiennent ni prompt ni nom de fichier.</translation>
    </message>
    <message>
        <source>{count} damaged steps of the history were left out: {steps} and others.</source>
        <translation>{count} étapes endommagées de l’historique ont été omises&#xa0;: {steps} et d’autres.</translation>
    </message>
    <message>
        <source>Damaged steps of the history were left out: {steps}.</source>
        <translation>Des étapes endommagées de l’historique ont été omises&#xa0;: {steps}.</translation>
    </message>
    <message>
        <source>The picture is as it was after the step “{step}”.</source>
        <translation>L’image est telle qu’elle était après l’étape «&#xa0;{step}&#xa0;».</translation>
    </message>
    <message>
        <source>Damaged candidates were left out: {count}.</source>
        <translation>Candidats endommagés omis&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Imported from {files}</source>
        <translation>Importé de {files}</translation>
    </message>
    <message>
        <source>Small GLIDE networks trained on composed scenes: 121 objects, 8 colours, 18 places</source>
        <translation>Petits réseaux GLIDE entraînés sur des scènes composées&#xa0;: 121 objets, 8 couleurs, 18 lieux</translation>
    </message>
    <message>
        <source>The layer mask is chosen. Click the thumbnail of the layer to paint on it.</source>
        <translation>Le masque de calque est choisi. Cliquer sur la vignette du calque pour peindre sur celui-ci.</translation>
    </message>
    <message>
        <source>Nothing is selected here. Choose Select &gt; Deselect to work everywhere.</source>
        <translation>Rien n’est sélectionné ici. Choisir Sélection &gt; Désélectionner pour travailler partout.</translation>
    </message>
    <message>
        <source>“{name}” has no pixels to transform here.</source>
        <translation>«&#xa0;{name}&#xa0;» n’a pas de pixels à transformer ici.</translation>
    </message>
    <message>
        <source>“{name}” is too large now to be kept past the edges of the page.</source>
        <translation>«&#xa0;{name}&#xa0;» est maintenant trop grand pour être gardé au-delà des bords de la page.</translation>
    </message>
    <message>
        <source>“{name}” has changed meanwhile; it was not transformed.</source>
        <translation>«&#xa0;{name}&#xa0;» a changé entre-temps&#xa0;; il n’a pas été transformé.</translation>
    </message>
    <message>
        <source>Transform {name}</source>
        <translation>Transformer {name}</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>les calques</translation>
    </message>
    <message>
        <source>Rotate {name}</source>
        <translation>Pivoter {name}</translation>
    </message>
    <message>
        <source>Flip {name}</source>
        <translation>Retourner {name}</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Bord gauche</translation>
    </message>
    <message>
        <source>Top edge</source>
        <translation>Bord supérieur</translation>
    </message>
    <message>
        <source>Width; negative mirrors it</source>
        <translation>Largeur&#xa0;; une valeur négative retourne le calque</translation>
    </message>
    <message>
        <source>Height; negative mirrors it</source>
        <translation>Hauteur&#xa0;; une valeur négative retourne le calque</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Rotation in degrees, clockwise</source>
        <translation>Rotation en degrés, dans le sens horaire</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>Inclinaison</translation>
    </message>
    <message>
        <source>Horizontal shear in degrees</source>
        <translation>Inclinaison horizontale en degrés</translation>
    </message>
    <message>
        <source>Bicubic (smooth)</source>
        <translation>Bicubique (lisse)</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Apply the transform to the layer</source>
        <translation>Appliquer la transformation au calque</translation>
    </message>
    <message>
        <source>Leave the layer unchanged</source>
        <translation>Laisser le calque inchangé</translation>
    </message>
    <message>
        <source>Cancel transform</source>
        <translation>Annuler la transformation</translation>
    </message>
    <message>
        <source>Transform: Return applies, Esc cancels</source>
        <translation>Transformer&#xa0;: Entrée applique, Échap annule</translation>
    </message>
    <message>
        <source>Mask colour {number}</source>
        <translation>Couleur de masque {number}</translation>
    </message>
    <message>
        <source>No prompt</source>
        <translation>Aucun prompt</translation>
    </message>
    <message>
        <source>Mask colour {number}: {prompt}</source>
        <translation>Couleur de masque {number}&#xa0;: {prompt}</translation>
    </message>
    <message>
        <source>This copy of GLIDE Studio does not know where new versions are published. Look where you got it.</source>
        <translation>Cette copie de GLIDE Studio ne sait pas où les nouvelles versions sont publiées. Regarder là d’où elle provient.</translation>
    </message>
    <message>
        <source>GLIDE Studio works offline. Allow downloads in the preferences.</source>
        <translation>GLIDE Studio travaille hors ligne. Autoriser les téléchargements dans les préférences.</translation>
    </message>
    <message>
        <source>The server&apos;s answer about new versions cannot be read. Try again later.</source>
        <translation>La réponse du serveur sur les nouvelles versions est illisible. Réessayer plus tard.</translation>
    </message>
    <message>
        <source>GLIDE Studio {version} is available. You have version {own}.</source>
        <translation>GLIDE Studio {version} est disponible. La version installée est la {own}.</translation>
    </message>
    <message>
        <source>You have the newest version, {own}.</source>
        <translation>La version la plus récente, {own}, est installée.</translation>
    </message>
    <message>
        <source>Unsaved work is damaged and cannot be recovered. Its file is kept: {path}</source>
        <translation>Un travail non enregistré est endommagé et ne peut pas être récupéré. Son fichier est conservé&#xa0;: {path}</translation>
    </message>
    <message>
        <source>My brush</source>
        <translation>Mon pinceau</translation>
    </message>
    <message>
        <source>The brush presets cannot be saved: {reason}.</source>
        <translation>Les préréglages de pinceau ne peuvent pas être enregistrés&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Your brush presets cannot be read, and new ones will not be saved.</source>
        <translation>Vos préréglages de pinceau sont illisibles, et les nouveaux ne seront pas enregistrés.</translation>
    </message>
    <message>
        <source>The file of your brush presets is damaged and was renamed to {name}.</source>
        <translation>Le fichier de vos préréglages de pinceau est endommagé et a été renommé en {name}.</translation>
    </message>
    <message>
        <source>Soft round</source>
        <translation>Rond doux</translation>
    </message>
    <message>
        <source>Hard round</source>
        <translation>Rond dur</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Encre</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>Crayon</translation>
    </message>
    <message>
        <source>Chalk</source>
        <translation>Craie</translation>
    </message>
    <message>
        <source>Charcoal</source>
        <translation>Fusain</translation>
    </message>
    <message>
        <source>Dry brush</source>
        <translation>Brosse sèche</translation>
    </message>
    <message>
        <source>Watercolour</source>
        <translation>Aquarelle</translation>
    </message>
    <message>
        <source>Airbrush</source>
        <translation>Aérographe</translation>
    </message>
    <message>
        <source>Brush presets</source>
        <translation>Préréglages de pinceau</translation>
    </message>
    <message>
        <source>Enter uses a preset, F2 renames your own, Delete deletes it</source>
        <translation>Entrée applique un préréglage, F2 renomme l’un des vôtres, Suppr le supprime</translation>
    </message>
    <message>
        <source>Save brush</source>
        <translation>Enregistrer le pinceau</translation>
    </message>
    <message>
        <source>Save the brush as a new preset</source>
        <translation>Enregistrer le pinceau comme nouveau préréglage</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Rename your own preset</source>
        <translation>Renommer votre préréglage</translation>
    </message>
    <message>
        <source>Delete your own preset</source>
        <translation>Supprimer votre préréglage</translation>
    </message>
    <message>
        <source>Aligned</source>
        <translation>Aligné</translation>
    </message>
    <message>
        <source>Keep the distance to the source from stroke to stroke</source>
        <translation>Garder la distance à la source d’un trait à l’autre</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Tous les calques</translation>
    </message>
    <message>
        <source>Copy what all visible layers look like together, not the active layer alone</source>
        <translation>Copier l’aspect de tous les calques visibles ensemble, pas seulement le calque actif</translation>
    </message>
    <message>
        <source>Find source</source>
        <translation>Chercher la source</translation>
    </message>
    <message>
        <source>Copy from the most similar part near the stroke; off, Alt+click sets the source</source>
        <translation>Copier la partie la plus semblable près du trait&#xa0;; sinon, Alt+clic définit la source</translation>
    </message>
    <message>
        <source>Sample stroke</source>
        <translation>Trait d’essai</translation>
    </message>
    <message>
        <source>A stroke of the brush</source>
        <translation>Un trait du pinceau</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Crumbly</source>
        <translation>Friable</translation>
    </message>
    <message>
        <source>Bristles</source>
        <translation>Poils</translation>
    </message>
    <message>
        <source>No grain</source>
        <translation>Sans grain</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Linen</source>
        <translation>Toile</translation>
    </message>
    <message>
        <source>Rough</source>
        <translation>Rugueux</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Pointe</translation>
    </message>
    <message>
        <source>The shape that the brush leaves</source>
        <translation>La forme que laisse le pinceau</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>Grain</translation>
    </message>
    <message>
        <source>The surface that is painted on</source>
        <translation>La surface sur laquelle on peint</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profondeur</translation>
    </message>
    <message>
        <source>How deep the pits of the grain are</source>
        <translation>La profondeur des creux du grain</translation>
    </message>
    <message>
        <source>Wet edges</source>
        <translation>Bords humides</translation>
    </message>
    <message>
        <source>Let paint gather at the edges of a stroke, as watercolour does</source>
        <translation>La couleur s’accumule aux bords d’un trait, comme à l’aquarelle</translation>
    </message>
    <message>
        <source>Clone brush: there is nothing to copy on a blank page</source>
        <translation>Pinceau de clonage&#xa0;: une page vide n’a rien à copier</translation>
    </message>
    <message>
        <source>Clone brush: Alt+click where to copy from</source>
        <translation>Pinceau de clonage&#xa0;: Alt+clic sur l’endroit à copier</translation>
    </message>
    <message>
        <source>Clone brush: copies to “{name}”; Alt+click sets the source</source>
        <translation>Pinceau de clonage&#xa0;: copie sur «&#xa0;{name}&#xa0;»&#xa0;; Alt+clic définit la source</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Cloner</translation>
    </message>
    <message>
        <source>“{name}” is empty. Turn on “All layers” to copy from other layers.</source>
        <translation>«&#xa0;{name}&#xa0;» est vide. Activer «&#xa0;Tous les calques&#xa0;» pour copier depuis d’autres calques.</translation>
    </message>
    <message>
        <source>Alt+click the part of the picture that you want to copy, and then paint.</source>
        <translation>Cliquer d’abord avec Alt sur la partie de l’image à copier, puis peindre.</translation>
    </message>
    <message>
        <source>Gradient: drag to fill a new layer; Shift keeps to steps of 45°</source>
        <translation>Dégradé&#xa0;: glisser remplit un nouveau calque&#xa0;; Maj contraint à des pas de 45°</translation>
    </message>
    <message>
        <source>Gradient: drag to fill the layer mask of “{name}”: black hides, white shows</source>
        <translation>Dégradé&#xa0;: glisser remplit le masque du calque «&#xa0;{name}&#xa0;»&#xa0;: le noir cache, le blanc montre</translation>
    </message>
    <message>
        <source>Gradient: drag to fill the layer “{name}”; Shift keeps to steps of 45°</source>
        <translation>Dégradé&#xa0;: glisser remplit le calque «&#xa0;{name}&#xa0;»&#xa0;; Maj contraint à des pas de 45°</translation>
    </message>
    <message>
        <source>Gradient: drag to fill what is selected of “{name}”</source>
        <translation>Dégradé&#xa0;: glisser remplit ce qui est sélectionné de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Heal brush: there is nothing to heal on a blank page</source>
        <translation>Correcteur&#xa0;: une page vide n’a rien à corriger</translation>
    </message>
    <message>
        <source>Heal brush: paint over a blemish, or Alt+click a source</source>
        <translation>Correcteur&#xa0;: peindre sur un défaut, ou choisir une source par Alt+clic</translation>
    </message>
    <message>
        <source>Heal brush: Alt+click where to copy from</source>
        <translation>Correcteur&#xa0;: Alt+clic sur l’endroit à copier</translation>
    </message>
    <message>
        <source>Heal brush: heals “{name}”; Alt+click sets the source</source>
        <translation>Correcteur&#xa0;: corrige «&#xa0;{name}&#xa0;»&#xa0;; Alt+clic définit la source</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>There is no room around this stroke to copy from. Paint a smaller spot.</source>
        <translation>Il n’y a pas de place autour de ce trait d’où copier. Peindre une zone plus petite.</translation>
    </message>
    <message>
        <source>Smudge brush: there is nothing to smear on a blank page</source>
        <translation>Doigt&#xa0;: une page vide n’a rien à étaler</translation>
    </message>
    <message>
        <source>Smudge brush: smears the layer “{name}”</source>
        <translation>Doigt&#xa0;: étale le calque «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Smudge</source>
        <translation>Étaler</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Images ouvertes</translation>
    </message>
    <message>
        <source>Close this picture</source>
        <translation>Fermer cette image</translation>
    </message>
    <message>
        <source>Place {name}</source>
        <translation>Placer {name}</translation>
    </message>
    <message>
        <source>Place {count} pictures</source>
        <translation>Placer {count} images</translation>
    </message>
    <message>
        <source>Levels…</source>
        <translation>Niveaux…</translation>
    </message>
    <message>
        <source>Set black, white and midtones of the selection of the active layer</source>
        <translation>Définir le noir, le blanc et les tons moyens de la sélection du calque actif</translation>
    </message>
    <message>
        <source>Curves…</source>
        <translation>Courbes…</translation>
    </message>
    <message>
        <source>Change the tones of the selection of the active layer by a curve</source>
        <translation>Modifier les tons de la sélection du calque actif par une courbe</translation>
    </message>
    <message>
        <source>Brightness/Contrast…</source>
        <translation>Luminosité/Contraste…</translation>
    </message>
    <message>
        <source>Make the selection of the active layer lighter, darker or richer in contrast</source>
        <translation>Éclaircir, assombrir ou contraster la sélection du calque actif</translation>
    </message>
    <message>
        <source>Hue/Saturation…</source>
        <translation>Teinte/Saturation…</translation>
    </message>
    <message>
        <source>Change hue, saturation and lightness of the selection of the active layer</source>
        <translation>Modifier la teinte, la saturation et la clarté de la sélection du calque actif</translation>
    </message>
    <message>
        <source>Colour Balance…</source>
        <translation>Balance des couleurs…</translation>
    </message>
    <message>
        <source>Shift the colours of shadows, midtones and highlights</source>
        <translation>Décaler les couleurs des ombres, des tons moyens et des hautes lumières</translation>
    </message>
    <message>
        <source>Desaturate…</source>
        <translation>Désaturer…</translation>
    </message>
    <message>
        <source>Turn the colours of the selection of the active layer into shades of grey</source>
        <translation>Convertir les couleurs de la sélection du calque actif en niveaux de gris</translation>
    </message>
    <message>
        <source>Invert Colours</source>
        <translation>Inverser les couleurs</translation>
    </message>
    <message>
        <source>Turn the selection of the active layer into its negative</source>
        <translation>Convertir la sélection du calque actif en son négatif</translation>
    </message>
    <message>
        <source>Gaussian Blur…</source>
        <translation>Flou gaussien…</translation>
    </message>
    <message>
        <source>Blur the selection of the active layer</source>
        <translation>Rendre floue la sélection du calque actif</translation>
    </message>
    <message>
        <source>Sharpen…</source>
        <translation>Renforcer la netteté…</translation>
    </message>
    <message>
        <source>Sharpen the edges in the selection of the active layer</source>
        <translation>Rendre plus nets les contours dans la sélection du calque actif</translation>
    </message>
    <message>
        <source>Add Noise…</source>
        <translation>Ajouter du bruit…</translation>
    </message>
    <message>
        <source>Add grain to the selection of the active layer</source>
        <translation>Ajouter du grain à la sélection du calque actif</translation>
    </message>
    <message>
        <source>&amp;Adjust</source>
        <translation>A&amp;juster</translation>
    </message>
    <message>
        <source>{adjustment}: Return applies, Esc cancels</source>
        <translation>{adjustment}&#xa0;: Entrée applique, Échap annule</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Group layers</source>
        <translation>Grouper les calques</translation>
    </message>
    <message>
        <source>Ungroup {name}</source>
        <translation>Dégrouper {name}</translation>
    </message>
    <message>
        <source>Move layers</source>
        <translation>Déplacer les calques</translation>
    </message>
    <message>
        <source>Groups can be nested up to {most} deep.</source>
        <translation>Les groupes peuvent être imbriqués jusqu’à {most} niveaux.</translation>
    </message>
    <message>
        <source>Add layer mask to {name}</source>
        <translation>Ajouter un masque de calque à {name}</translation>
    </message>
    <message>
        <source>Enable mask of {name}</source>
        <translation>Activer le masque de {name}</translation>
    </message>
    <message>
        <source>Disable mask of {name}</source>
        <translation>Désactiver le masque de {name}</translation>
    </message>
    <message>
        <source>Link mask of {name}</source>
        <translation>Lier le masque de {name}</translation>
    </message>
    <message>
        <source>Unlink mask of {name}</source>
        <translation>Délier le masque de {name}</translation>
    </message>
    <message>
        <source>Invert mask of {name}</source>
        <translation>Inverser le masque de {name}</translation>
    </message>
    <message>
        <source>Apply mask of {name}</source>
        <translation>Appliquer le masque de {name}</translation>
    </message>
    <message>
        <source>Delete mask of {name}</source>
        <translation>Supprimer le masque de {name}</translation>
    </message>
    <message>
        <source>Select layer mask</source>
        <translation>Sélectionner le masque de calque</translation>
    </message>
    <message>
        <source>Group Layers</source>
        <translation>Grouper les calques</translation>
    </message>
    <message>
        <source>Put the selected layers into a new group</source>
        <translation>Mettre les calques sélectionnés dans un nouveau groupe</translation>
    </message>
    <message>
        <source>Ungroup Layers</source>
        <translation>Dégrouper les calques</translation>
    </message>
    <message>
        <source>Dissolve the group, and leave its layers where they are</source>
        <translation>Dissoudre le groupe, et laisser ses calques où ils sont</translation>
    </message>
    <message>
        <source>Layer via Copy</source>
        <translation>Calque par copie</translation>
    </message>
    <message>
        <source>Copy what is selected of the active layer to a new one, or all of it</source>
        <translation>Copier vers un nouveau calque ce qui est sélectionné du calque actif, ou tout</translation>
    </message>
    <message>
        <source>Layer via Cut</source>
        <translation>Calque par découpe</translation>
    </message>
    <message>
        <source>Cut what is selected of the active layer to a new one</source>
        <translation>Couper vers un nouveau calque ce qui est sélectionné du calque actif</translation>
    </message>
    <message>
        <source>Add Layer Mask</source>
        <translation>Ajouter un masque de calque</translation>
    </message>
    <message>
        <source>Add a mask to the active layer or group that shows what is selected, or all</source>
        <translation>Ajouter au calque ou groupe actif un masque qui montre ce qui est sélectionné, ou tout</translation>
    </message>
    <message>
        <source>Paint on Layer Mask</source>
        <translation>Peindre sur le masque de calque</translation>
    </message>
    <message>
        <source>Use brushes, Fill and Clear on the mask of the layer or group: black hides</source>
        <translation>Utiliser pinceaux, Remplir et Effacer sur le masque du calque ou groupe&#xa0;: le noir cache</translation>
    </message>
    <message>
        <source>Enable Layer Mask</source>
        <translation>Activer le masque de calque</translation>
    </message>
    <message>
        <source>Turn the mask of the layer or group on or off</source>
        <translation>Activer ou désactiver le masque du calque ou groupe</translation>
    </message>
    <message>
        <source>Link Layer Mask</source>
        <translation>Lier le masque de calque</translation>
    </message>
    <message>
        <source>Move and transform the mask together with its layer or group</source>
        <translation>Déplacer et transformer le masque avec son calque ou groupe</translation>
    </message>
    <message>
        <source>Invert Layer Mask</source>
        <translation>Inverser le masque de calque</translation>
    </message>
    <message>
        <source>Hide what the mask of the layer or group shows, and show what it hides</source>
        <translation>Cacher ce que montre le masque du calque ou groupe, et montrer ce qu’il cache</translation>
    </message>
    <message>
        <source>Select Layer Mask</source>
        <translation>Sélectionner le masque de calque</translation>
    </message>
    <message>
        <source>Select what the mask shows, or Ctrl+click its thumbnail</source>
        <translation>Sélectionner ce que montre le masque, ou Ctrl+clic sur sa vignette</translation>
    </message>
    <message>
        <source>Apply Layer Mask</source>
        <translation>Appliquer le masque de calque</translation>
    </message>
    <message>
        <source>Delete the mask of the active layer, and the pixels that it hides</source>
        <translation>Supprimer le masque du calque actif, et les pixels qu’il cache</translation>
    </message>
    <message>
        <source>Delete Layer Mask</source>
        <translation>Supprimer le masque de calque</translation>
    </message>
    <message>
        <source>Delete the mask of the layer or group, so that all of it is seen</source>
        <translation>Supprimer le masque du calque ou groupe, pour que tout soit visible</translation>
    </message>
    <message>
        <source>Layer Mask</source>
        <translation>Masque de calque</translation>
    </message>
    <message>
        <source>“{address}” is not the address of a cluster. Give it as name:port, such as render.studio:7421.</source>
        <translation>«&#xa0;{address}&#xa0;» n’est pas l’adresse d’une grappe. L’indiquer sous la forme nom:port, comme render.studio:7421.</translation>
    </message>
    <message>
        <source>The connection to “{address}” would not be encrypted. Use https:// instead.</source>
        <translation>La connexion à «&#xa0;{address}&#xa0;» ne serait pas chiffrée. Utiliser plutôt https://.</translation>
    </message>
    <message>
        <source>The picture is too large for a cluster. Crop it.</source>
        <translation>L’image est trop grande pour une grappe. La rogner.</translation>
    </message>
    <message>
        <source>The certificate of the cluster {name} is not trusted: choose its file as the certificate, and use the name that is in it.</source>
        <translation>Le certificat de la grappe {name} n’est pas approuvé&#xa0;: choisir son fichier comme certificat et utiliser le nom qu’il contient.</translation>
    </message>
    <message>
        <source>The certificate “{file}” cannot be read.</source>
        <translation>Impossible de lire le certificat «&#xa0;{file}&#xa0;».</translation>
    </message>
    <message>
        <source>The cluster {name} cannot be reached.</source>
        <translation>La grappe {name} est inaccessible.</translation>
    </message>
    <message>
        <source>The connection to the cluster {name} broke.</source>
        <translation>La connexion à la grappe {name} s’est interrompue.</translation>
    </message>
    <message>
        <source>What answers at {name} is not a GLIDE Studio cluster.</source>
        <translation>Ce qui répond à l’adresse {name} n’est pas une grappe de GLIDE Studio.</translation>
    </message>
    <message>
        <source>The cluster has another version of the model {name} than this computer: install the same files on both.</source>
        <translation>La grappe a une autre version du modèle {name} que cet ordinateur&#xa0;: installer les mêmes fichiers sur les deux.</translation>
    </message>
    <message>
        <source>The cluster does not have the model {name}. Install it there, or choose another model.</source>
        <translation>La grappe n’a pas le modèle {name}. L’y installer, ou choisir un autre modèle.</translation>
    </message>
    <message>
        <source>The run failed on the cluster: {detail}.</source>
        <translation>La tâche a échoué sur la grappe&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>Two engines of the cluster stopped during this run. Retry it in the queue.</source>
        <translation>Deux moteurs de la grappe se sont arrêtés pendant cette tâche. La réessayer dans la file d’attente.</translation>
    </message>
    <message>
        <source>An engine of the cluster stopped: the run starts again on another one.</source>
        <translation>Un moteur de la grappe s’est arrêté&#xa0;: la tâche recommence sur un autre.</translation>
    </message>
    <message>
        <source>The request is too large for the cluster.</source>
        <translation>La demande est trop volumineuse pour la grappe.</translation>
    </message>
    <message>
        <source>The cluster&apos;s queue is full. Try again later.</source>
        <translation>La file d’attente de la grappe est pleine. Réessayer plus tard.</translation>
    </message>
    <message>
        <source>The request is damaged.</source>
        <translation>La demande est endommagée.</translation>
    </message>
    <message>
        <source>The cluster does not accept the token.</source>
        <translation>La grappe n’accepte pas le jeton.</translation>
    </message>
    <message>
        <source>The cluster runs GLIDE Studio {own}, this computer {other}: install the same version on both.</source>
        <translation>La grappe utilise GLIDE Studio {own}, cet ordinateur {other}&#xa0;: installer la même version sur les deux.</translation>
    </message>
    <message>
        <source>The request did not arrive in time. Retry it.</source>
        <translation>La demande n’est pas arrivée à temps. La réessayer.</translation>
    </message>
    <message>
        <source>The certificate or its key cannot be used: {reason}.</source>
        <translation>Impossible d’utiliser le certificat ou sa clé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The server cannot listen at {host}:{port}: {reason}.</source>
        <translation>Le serveur ne peut pas écouter sur {host}:{port}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Cluster: connecting…</source>
        <translation>Grappe&#xa0;: connexion…</translation>
    </message>
    <message>
        <source>Cluster: not available</source>
        <translation>Grappe&#xa0;: indisponible</translation>
    </message>
    <message>
        <source>Cluster: no model {model}</source>
        <translation>Grappe&#xa0;: modèle {model} absent</translation>
    </message>
    <message>
        <source>Cluster: {busy} of {engines} busy, {queued} waiting</source>
        <translation>Grappe&#xa0;: {busy} sur {engines} occupés, {queued} en attente</translation>
    </message>
    <message>
        <source>Devices: {devices}. Models: {models}.</source>
        <translation>Périphériques&#xa0;: {devices}. Modèles&#xa0;: {models}.</translation>
    </message>
    <message>
        <source>Enter the address of the cluster in the preferences.</source>
        <translation>Saisir l’adresse de la grappe dans les préférences.</translation>
    </message>
    <message>
        <source>The run is kept: retry it in the queue.</source>
        <translation>La tâche est conservée&#xa0;: la réessayer dans la file d’attente.</translation>
    </message>
    <message>
        <source>This computer runs the request instead.</source>
        <translation>Cet ordinateur exécute la tâche à la place.</translation>
    </message>
    <message>
        <source>GLIDE Studio tries to connect again.</source>
        <translation>GLIDE Studio tente de rétablir la connexion.</translation>
    </message>
    <message>
        <source>Paint roughly what you want, type a prompt that says what it is, and generate.</source>
        <translation>Peindre grossièrement ce que l’on veut, écrire un prompt qui dit ce que c’est, et générer.</translation>
    </message>
    <message>
        <source>the graph of nodes, which is too long</source>
        <translation>le graphe de nœuds, qui est trop long</translation>
    </message>
    <message>
        <source>a prompt that comes from unknown nodes</source>
        <translation>un prompt qui vient de nœuds inconnus</translation>
    </message>
</context>
</TS>
