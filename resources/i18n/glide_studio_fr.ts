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
        <source>Under which licences this comes</source>
        <translation>Sous quelles licences tout ceci est publié</translation>
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
        <source>What this program is</source>
        <translation>Ce qu’est ce programme</translation>
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
        <source>{keys} already belongs to “{command}”.</source>
        <translation>{keys} appartient déjà à «&#xa0;{command}&#xa0;».</translation>
    </message>
    <message>
        <source>A picture is being made.</source>
        <translation>Une image est en cours.</translation>
    </message>
    <message>
        <source>Nothing is being made any more.</source>
        <translation>Plus rien n’est en cours.</translation>
    </message>
    <message>
        <source>{percent}% done.</source>
        <translation>{percent}&#xa0;% terminé.</translation>
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
        <source>Hue</source>
        <translation>Teinte</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Saturation</translation>
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
        <source>Pen pressure…</source>
        <translation>Pression du stylet…</translation>
    </message>
    <message>
        <source>Pen pressure</source>
        <translation>Pression du stylet</translation>
    </message>
    <message>
        <source>Choose how a pen&apos;s pressure acts on size and opacity</source>
        <translation>Choisir l’effet de la pression du stylet sur la taille et l’opacité</translation>
    </message>
    <message>
        <source>Build up</source>
        <translation>Accumuler</translation>
    </message>
    <message>
        <source>Where a stroke crosses itself it covers more, as an airbrush does</source>
        <translation>Là où un trait se croise, il couvre plus, comme un aérographe</translation>
    </message>
    <message>
        <source>Brush preview</source>
        <translation>Aperçu du pinceau</translation>
    </message>
    <message>
        <source>One dab</source>
        <translation>Une touche</translation>
    </message>
    <message>
        <source>Diameter in pixels of the picture: [ smaller, ] larger</source>
        <translation>Diamètre en pixels de l’image&#xa0;: [ plus petit, ] plus grand</translation>
    </message>
    <message>
        <source>Brush size in pixels</source>
        <translation>Taille du pinceau en pixels</translation>
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
        <source>No gaps</source>
        <translation>Sans vides</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Dureté</translation>
    </message>
    <message>
        <source>Hardness of the brush&apos;s edge: Shift+[ softer, Shift+] harder</source>
        <translation>Dureté du bord du pinceau&#xa0;: Maj+[ plus doux, Maj+] plus dur</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>The most that one stroke covers; a mask of less than half keeps the picture</source>
        <translation>Ce qu’un trait couvre au plus&#xa0;; un masque de moins de la moitié conserve l’image</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Espacement</translation>
    </message>
    <message>
        <source>From one dab to the next, in diameters; at the left a line without gaps</source>
        <translation>D’une touche à l’autre, en diamètres&#xa0;; à gauche, un trait sans vides</translation>
    </message>
    <message>
        <source>Stabiliser</source>
        <translation>Stabilisateur</translation>
    </message>
    <message>
        <source>The length of the string on which the brush follows the hand</source>
        <translation>La longueur du fil par lequel le pinceau suit la main</translation>
    </message>
    <message>
        <source>{pixels} px</source>
        <translation>{pixels} px</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Propositions</translation>
    </message>
    <message>
        <source>A click or an arrow key shows a picture in place, Enter accepts it, Delete discards it, Space held shows what was there before</source>
        <translation>Un clic ou une flèche montre une image à sa place, Entrée l’accepte, Suppr l’écarte, Espace maintenu montre ce qu’il y avait avant</translation>
    </message>
    <message>
        <source>Pictures to choose from appear here.</source>
        <translation>Les images à choisir apparaissent ici.</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Fade between before and after; Space held in the strip shows before</source>
        <translation>Fondu entre avant et après&#xa0;; Espace maintenu montre l’avant</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Put it into the picture</source>
        <translation>Le mettre dans l’image</translation>
    </message>
    <message>
        <source>Put it aside, or back</source>
        <translation>Le mettre de côté, ou le reprendre</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>D’autres comme celle-ci</translation>
    </message>
    <message>
        <source>Make four pictures that begin with this one</source>
        <translation>Faire quatre images à partir de celle-ci</translation>
    </message>
    <message>
        <source>How different</source>
        <translation>Quel écart</translation>
    </message>
    <message>
        <source>How far they may depart from it: 100 % leaves nothing of it</source>
        <translation>Jusqu’où elles peuvent s’en éloigner&#xa0;: 100&#xa0;% n’en laisse rien</translation>
    </message>
    <message>
        <source>Show what was discarded</source>
        <translation>Montrer ce qui a été écarté</translation>
    </message>
    <message>
        <source>Show discarded pictures too; they are kept until the picture is closed</source>
        <translation>Montrer aussi les images écartées&#xa0;; elles sont gardées jusqu’à la fermeture de l’image</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>{prompt}, being made</source>
        <translation>{prompt}, en cours</translation>
    </message>
    <message>
        <source>{prompt}, waiting</source>
        <translation>{prompt}, en attente</translation>
    </message>
    <message>
        <source>{prompt}, seed {seed}, discarded</source>
        <translation>{prompt}, graine {seed}, écartée</translation>
    </message>
    <message>
        <source>{prompt}, seed {seed}</source>
        <translation>{prompt}, graine {seed}</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Toile</translation>
    </message>
    <message>
        <source>The picture and its mask. Drag to paint where to generate, hold Space and drag to pan, hold R and drag to rotate, turn the wheel to zoom. Arrow keys pan, plus and minus zoom.</source>
        <translation>L’image et son masque. Glisser peint là où générer&#xa0;; avec Espace, glisser déplace, avec R il tourne, la molette zoome. Les flèches déplacent, plus et moins zooment.</translation>
    </message>
    <message>
        <source>Remove guide</source>
        <translation>Retirer le repère</translation>
    </message>
    <message>
        <source>Move guide</source>
        <translation>Déplacer le repère</translation>
    </message>
    <message>
        <source>Add guide</source>
        <translation>Ajouter un repère</translation>
    </message>
    <message>
        <source>Clear guides</source>
        <translation>Effacer les repères</translation>
    </message>
    <message>
        <source>Erase mask</source>
        <translation>Gommer le masque</translation>
    </message>
    <message>
        <source>Brush stroke</source>
        <translation>Coup de pinceau</translation>
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
        <source>“{text}” is no colour: write six hexadecimal digits, such as #ff8800.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas une couleur&#xa0;: écrire six chiffres hexadécimaux, par exemple #ff8800.</translation>
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
        <source>Drag on the ring for the hue and in the square for saturation and value; arrow keys, Page Up and Page Down do it too</source>
        <translation>Glisser sur l’anneau pour la teinte, dans le carré pour la saturation et la valeur&#xa0;; les flèches, Page préc. et Page suiv. le font aussi</translation>
    </message>
    <message>
        <source>Recent colours</source>
        <translation>Couleurs récentes</translation>
    </message>
    <message>
        <source>Painted with lately</source>
        <translation>Utilisées dernièrement</translation>
    </message>
    <message>
        <source>Foreground and background</source>
        <translation>Premier plan et arrière-plan</translation>
    </message>
    <message>
        <source>The colour to paint with, and the other one: X swaps them, D is black on white</source>
        <translation>La couleur pour peindre, et l’autre&#xa0;: X les échange, D donne noir sur blanc</translation>
    </message>
    <message>
        <source>Ways to choose</source>
        <translation>Façons de choisir</translation>
    </message>
    <message>
        <source>By eye, by numbers, or kept</source>
        <translation>À l’œil, en nombres, ou gardées</translation>
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
        <source>A few letters of a command; Return carries it out</source>
        <translation>Quelques lettres d’une commande&#xa0;; Entrée l’exécute</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Click a command to carry it out</source>
        <translation>Un clic exécute la commande</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>Aucune commande n’a ces lettres.</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinceau</translation>
    </message>
    <message>
        <source>Mask Brush</source>
        <translation>Pinceau à masque</translation>
    </message>
    <message>
        <source>Paint where to generate</source>
        <translation>Peindre là où générer</translation>
    </message>
    <message>
        <source>Mask Eraser</source>
        <translation>Gomme à masque</translation>
    </message>
    <message>
        <source>Take away from the mask</source>
        <translation>Retirer du masque</translation>
    </message>
    <message>
        <source>Smaller Brush</source>
        <translation>Pinceau plus petit</translation>
    </message>
    <message>
        <source>Make the brush smaller</source>
        <translation>Réduire le pinceau</translation>
    </message>
    <message>
        <source>Larger Brush</source>
        <translation>Pinceau plus grand</translation>
    </message>
    <message>
        <source>Make the brush larger</source>
        <translation>Agrandir le pinceau</translation>
    </message>
    <message>
        <source>Softer Brush</source>
        <translation>Pinceau plus doux</translation>
    </message>
    <message>
        <source>Soften its edge</source>
        <translation>Adoucir son bord</translation>
    </message>
    <message>
        <source>Harder Brush</source>
        <translation>Pinceau plus dur</translation>
    </message>
    <message>
        <source>Harden its edge</source>
        <translation>Durcir son bord</translation>
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
        <source>Eyedropper</source>
        <translation>Pipette</translation>
    </message>
    <message>
        <source>Take a colour from the picture; while you paint, hold Alt</source>
        <translation>Prendre une couleur dans l’image&#xa0;; en peignant, maintenir Alt</translation>
    </message>
    <message>
        <source>Fill Layer</source>
        <translation>Remplir le calque</translation>
    </message>
    <message>
        <source>Fill the active layer with colour, within the mask if there is one</source>
        <translation>Remplir le calque actif de couleur, dans le masque s’il y en a un</translation>
    </message>
    <message>
        <source>Swap Colours</source>
        <translation>Échanger les couleurs</translation>
    </message>
    <message>
        <source>Exchange the two colours</source>
        <translation>Échanger les deux couleurs</translation>
    </message>
    <message>
        <source>Black on White</source>
        <translation>Noir sur blanc</translation>
    </message>
    <message>
        <source>Black and white again</source>
        <translation>De nouveau noir et blanc</translation>
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
        <source>Start with an empty picture</source>
        <translation>Commencer par une image vide</translation>
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
        <source>Open Recent</source>
        <translation>Ouvrir récent</translation>
    </message>
    <message>
        <source>Open one of the files used last</source>
        <translation>Ouvrir l’un des derniers fichiers utilisés</translation>
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
        <source>Save to another file</source>
        <translation>Enregistrer dans un autre fichier</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Leave GLIDE Studio</source>
        <translation>Quitter GLIDE Studio</translation>
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
        <source>Go back one step</source>
        <translation>Revenir d’un pas</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Go forward one step</source>
        <translation>Avancer d’un pas</translation>
    </message>
    <message>
        <source>Move what is masked to the clipboard</source>
        <translation>Déplacer ce qui est masqué dans le presse-papiers</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy what is masked of the layer</source>
        <translation>Copier ce qui est masqué du calque</translation>
    </message>
    <message>
        <source>Copy Merged</source>
        <translation>Copier avec fusion</translation>
    </message>
    <message>
        <source>Copy what is masked of all layers</source>
        <translation>Copier ce qui est masqué de tous les calques</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Put a copied picture on top</source>
        <translation>Poser une image copiée par-dessus</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Préférences…</translation>
    </message>
    <message>
        <source>Language, theme, letters and shortcuts</source>
        <translation>Langue, thème, lettres et raccourcis</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recadrer</translation>
    </message>
    <message>
        <source>Cut the picture, or drag its edges outwards</source>
        <translation>Couper l’image, ou tirer ses bords vers l’extérieur</translation>
    </message>
    <message>
        <source>Canvas Size…</source>
        <translation>Taille de la toile…</translation>
    </message>
    <message>
        <source>Cut off or add pixels at the edges</source>
        <translation>Couper ou ajouter des pixels aux bords</translation>
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
        <source>Turn the picture itself to the right</source>
        <translation>Tourner l’image elle-même vers la droite</translation>
    </message>
    <message>
        <source>Rotate 90° Left</source>
        <translation>Rotation de 90° à gauche</translation>
    </message>
    <message>
        <source>Turn the picture itself to the left</source>
        <translation>Tourner l’image elle-même vers la gauche</translation>
    </message>
    <message>
        <source>Rotate 180°</source>
        <translation>Rotation de 180°</translation>
    </message>
    <message>
        <source>Turn the picture upside down</source>
        <translation>Mettre l’image à l’envers</translation>
    </message>
    <message>
        <source>Flip Horizontally</source>
        <translation>Retourner horizontalement</translation>
    </message>
    <message>
        <source>Mirror the picture itself left to right</source>
        <translation>Inverser l’image elle-même de gauche à droite</translation>
    </message>
    <message>
        <source>Flip Vertically</source>
        <translation>Retourner verticalement</translation>
    </message>
    <message>
        <source>Mirror the picture itself top to bottom</source>
        <translation>Inverser l’image elle-même de haut en bas</translation>
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
        <source>Make a picture, or repaint what the mask covers</source>
        <translation>Faire une image, ou repeindre ce que couvre le masque</translation>
    </message>
    <message>
        <source>Same Seed, Next Prompt</source>
        <translation>Même graine, autre prompt</translation>
    </message>
    <message>
        <source>Make the last picture again with another prompt, to compare</source>
        <translation>Refaire la dernière image avec un autre prompt, pour comparer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop the running picture</source>
        <translation>Arrêter l’image en cours</translation>
    </message>
    <message>
        <source>Cancel All</source>
        <translation>Tout annuler</translation>
    </message>
    <message>
        <source>Stop it and all that wait</source>
        <translation>L’arrêter, et tout ce qui attend</translation>
    </message>
    <message>
        <source>Earlier Prompts…</source>
        <translation>Prompts précédents…</translation>
    </message>
    <message>
        <source>Search the prompts of before</source>
        <translation>Chercher dans les prompts d’avant</translation>
    </message>
    <message>
        <source>Favourite Prompt</source>
        <translation>Prompt favori</translation>
    </message>
    <message>
        <source>Make the prompt a favourite, or no longer</source>
        <translation>Faire du prompt un favori, ou non</translation>
    </message>
    <message>
        <source>Edit Styles…</source>
        <translation>Modifier les styles…</translation>
    </message>
    <message>
        <source>Write words to put around prompts</source>
        <translation>Écrire les mots à mettre autour des prompts</translation>
    </message>
    <message>
        <source>Word Lists…</source>
        <translation>Listes de mots…</translation>
    </message>
    <message>
        <source>Open the folder of the lists that prompts name, as in __mood__</source>
        <translation>Ouvrir le dossier des listes que nomment les prompts, comme __mood__</translation>
    </message>
    <message>
        <source>Next Candidate</source>
        <translation>Proposition suivante</translation>
    </message>
    <message>
        <source>Show the next picture to choose from</source>
        <translation>Montrer l’image suivante à choisir</translation>
    </message>
    <message>
        <source>Previous Candidate</source>
        <translation>Proposition précédente</translation>
    </message>
    <message>
        <source>Show the picture before it</source>
        <translation>Montrer l’image précédente</translation>
    </message>
    <message>
        <source>Before or After</source>
        <translation>Avant ou après</translation>
    </message>
    <message>
        <source>Show the picture without what is on show, or with it again</source>
        <translation>Montrer l’image sans ce qui est présenté, ou de nouveau avec</translation>
    </message>
    <message>
        <source>More Like This</source>
        <translation>D’autres comme celle-ci</translation>
    </message>
    <message>
        <source>Make pictures that begin with the marked candidate</source>
        <translation>Faire des images à partir de la proposition choisie</translation>
    </message>
    <message>
        <source>Put what is on show into the picture</source>
        <translation>Mettre ce qui est présenté dans l’image</translation>
    </message>
    <message>
        <source>Put what is on show aside</source>
        <translation>Mettre de côté ce qui est présenté</translation>
    </message>
    <message>
        <source>Accept Single Pictures at Once</source>
        <translation>Accepter aussitôt les images seules</translation>
    </message>
    <message>
        <source>A picture that was asked for alone goes straight into the document</source>
        <translation>Une image demandée seule va droit dans le document</translation>
    </message>
    <message>
        <source>Sound When Done</source>
        <translation>Son à la fin</translation>
    </message>
    <message>
        <source>Play a sound when all is done</source>
        <translation>Jouer un son quand tout est terminé</translation>
    </message>
    <message>
        <source>Notification When Done</source>
        <translation>Notification à la fin</translation>
    </message>
    <message>
        <source>Show a notification when all is done and this window is not in use</source>
        <translation>Notifier quand tout est terminé et que cette fenêtre n’est pas utilisée</translation>
    </message>
    <message>
        <source>Text to Image</source>
        <translation>Texte vers image</translation>
    </message>
    <message>
        <source>Generate makes a new picture</source>
        <translation>Générer fait une nouvelle image</translation>
    </message>
    <message>
        <source>Inpaint the Mask</source>
        <translation>Repeindre le masque</translation>
    </message>
    <message>
        <source>Generate repaints what is masked</source>
        <translation>Générer repeint ce qui est masqué</translation>
    </message>
    <message>
        <source>Outpaint the Empty Edge</source>
        <translation>Remplir ce qui est vide</translation>
    </message>
    <message>
        <source>Generate fills what is transparent</source>
        <translation>Générer remplit ce qui est transparent</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Esquisse</translation>
    </message>
    <message>
        <source>Generate redraws what is roughly there</source>
        <translation>Générer redessine ce qui est ébauché</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>Variation</translation>
    </message>
    <message>
        <source>Generate varies the last result</source>
        <translation>Générer varie le dernier résultat</translation>
    </message>
    <message>
        <source>Upscale 4x</source>
        <translation>Agrandir 4x</translation>
    </message>
    <message>
        <source>Generate makes the picture four times as large</source>
        <translation>Générer rend l’image quatre fois plus grande</translation>
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
        <source>Put an empty layer above the active one</source>
        <translation>Poser un calque vide sur le calque actif</translation>
    </message>
    <message>
        <source>Duplicate Layer</source>
        <translation>Dupliquer le calque</translation>
    </message>
    <message>
        <source>Put a copy above the active layer</source>
        <translation>Poser une copie sur le calque actif</translation>
    </message>
    <message>
        <source>Delete Layer</source>
        <translation>Supprimer le calque</translation>
    </message>
    <message>
        <source>Take the active layer away</source>
        <translation>Enlever le calque actif</translation>
    </message>
    <message>
        <source>Move Layer</source>
        <translation>Déplacer le calque</translation>
    </message>
    <message>
        <source>Drag the active layer over the page</source>
        <translation>Faire glisser le calque actif sur la page</translation>
    </message>
    <message>
        <source>Rename Layer</source>
        <translation>Renommer le calque</translation>
    </message>
    <message>
        <source>Give the active layer a name</source>
        <translation>Donner un nom au calque actif</translation>
    </message>
    <message>
        <source>Hide or Show Layer</source>
        <translation>Masquer ou afficher le calque</translation>
    </message>
    <message>
        <source>Hide or show it</source>
        <translation>Le masquer ou l’afficher</translation>
    </message>
    <message>
        <source>Lock or Unlock Layer</source>
        <translation>Verrouiller ou déverrouiller le calque</translation>
    </message>
    <message>
        <source>Protect its pixels</source>
        <translation>Protéger ses pixels</translation>
    </message>
    <message>
        <source>Raise Layer</source>
        <translation>Monter le calque</translation>
    </message>
    <message>
        <source>Move it up</source>
        <translation>Le monter</translation>
    </message>
    <message>
        <source>Lower Layer</source>
        <translation>Descendre le calque</translation>
    </message>
    <message>
        <source>Move it down</source>
        <translation>Le descendre</translation>
    </message>
    <message>
        <source>Go to Layer Above</source>
        <translation>Aller au calque du dessus</translation>
    </message>
    <message>
        <source>Work on the layer above</source>
        <translation>Travailler sur le calque du dessus</translation>
    </message>
    <message>
        <source>Go to Layer Below</source>
        <translation>Aller au calque du dessous</translation>
    </message>
    <message>
        <source>Work on the layer below</source>
        <translation>Travailler sur le calque du dessous</translation>
    </message>
    <message>
        <source>Merge Down</source>
        <translation>Fusionner vers le bas</translation>
    </message>
    <message>
        <source>Make one of the active layer and the one below</source>
        <translation>Réunir le calque actif et celui du dessous</translation>
    </message>
    <message>
        <source>Merge Visible</source>
        <translation>Fusionner les visibles</translation>
    </message>
    <message>
        <source>Make one of all layers that are shown</source>
        <translation>Réunir tous les calques affichés</translation>
    </message>
    <message>
        <source>Flatten Image</source>
        <translation>Aplatir l’image</translation>
    </message>
    <message>
        <source>Make what is seen the only layer</source>
        <translation>Faire de ce qui se voit le seul calque</translation>
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
        <source>Select a box</source>
        <translation>Sélectionner un rectangle</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Select an ellipse</source>
        <translation>Sélectionner une ellipse</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Select freehand</source>
        <translation>Sélectionner à main levée</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <source>Select by corners</source>
        <translation>Sélectionner par sommets</translation>
    </message>
    <message>
        <source>Magic Wand</source>
        <translation>Baguette magique</translation>
    </message>
    <message>
        <source>Select what looks alike</source>
        <translation>Sélectionner ce qui se ressemble</translation>
    </message>
    <message>
        <source>Colour Range</source>
        <translation>Plage de couleurs</translation>
    </message>
    <message>
        <source>Select colours, wherever they are</source>
        <translation>Sélectionner des couleurs, où qu’elles soient</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Masque</translation>
    </message>
    <message>
        <source>Mask All</source>
        <translation>Tout masquer</translation>
    </message>
    <message>
        <source>Mask all of the picture</source>
        <translation>Masquer toute l’image</translation>
    </message>
    <message>
        <source>Clear Mask</source>
        <translation>Effacer le masque</translation>
    </message>
    <message>
        <source>Remove all of the mask</source>
        <translation>Enlever tout le masque</translation>
    </message>
    <message>
        <source>Invert Mask</source>
        <translation>Inverser le masque</translation>
    </message>
    <message>
        <source>Mask what is not masked</source>
        <translation>Masquer ce qui ne l’est pas</translation>
    </message>
    <message>
        <source>Last Mask Again</source>
        <translation>Reprendre le dernier masque</translation>
    </message>
    <message>
        <source>Bring back the mask that was cleared</source>
        <translation>Rétablir le masque effacé</translation>
    </message>
    <message>
        <source>Grow…</source>
        <translation>Dilater…</translation>
    </message>
    <message>
        <source>Move the edge of the mask out</source>
        <translation>Pousser le bord du masque vers l’extérieur</translation>
    </message>
    <message>
        <source>Shrink…</source>
        <translation>Contracter…</translation>
    </message>
    <message>
        <source>Move the edge of the mask in</source>
        <translation>Pousser le bord du masque vers l’intérieur</translation>
    </message>
    <message>
        <source>Feather…</source>
        <translation>Contour progressif…</translation>
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
        <source>Round corners, remove specks</source>
        <translation>Arrondir les coins, ôter les points</translation>
    </message>
    <message>
        <source>Show Mask</source>
        <translation>Montrer le masque</translation>
    </message>
    <message>
        <source>Show the mask or only the picture</source>
        <translation>Montrer le masque ou seulement l’image</translation>
    </message>
    <message>
        <source>Mask as Tint</source>
        <translation>Masque en teinte</translation>
    </message>
    <message>
        <source>Show the mask in a colour</source>
        <translation>Montrer le masque dans une couleur</translation>
    </message>
    <message>
        <source>Mask as Hatch</source>
        <translation>Masque en hachures</translation>
    </message>
    <message>
        <source>Show the mask by stripes</source>
        <translation>Montrer le masque par des rayures</translation>
    </message>
    <message>
        <source>Mask as Marching Ants</source>
        <translation>Masque en fourmis</translation>
    </message>
    <message>
        <source>Show the mask by a moving edge</source>
        <translation>Montrer le masque par un bord mouvant</translation>
    </message>
    <message>
        <source>Mask Colour…</source>
        <translation>Couleur du masque…</translation>
    </message>
    <message>
        <source>Choose the colour of the tint</source>
        <translation>Choisir la couleur de la teinte</translation>
    </message>
    <message>
        <source>Mask from Layer</source>
        <translation>Masque depuis le calque</translation>
    </message>
    <message>
        <source>Mask what is opaque in the active layer</source>
        <translation>Masquer ce qui est opaque dans le calque actif</translation>
    </message>
    <message>
        <source>Mask to Layer&apos;s Alpha</source>
        <translation>Masque vers l’alpha du calque</translation>
    </message>
    <message>
        <source>Make transparent what is not masked in the active layer</source>
        <translation>Rendre transparent ce qui n’est pas masqué dans le calque actif</translation>
    </message>
    <message>
        <source>Import Mask…</source>
        <translation>Importer un masque…</translation>
    </message>
    <message>
        <source>Read the mask from a picture: white is masked</source>
        <translation>Lire le masque dans une image&#xa0;: le blanc est masqué</translation>
    </message>
    <message>
        <source>Export Mask…</source>
        <translation>Exporter le masque…</translation>
    </message>
    <message>
        <source>Save the mask as a grey picture</source>
        <translation>Enregistrer le masque en image grise</translation>
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
        <source>Look closer</source>
        <translation>Regarder de plus près</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Prendre du recul</translation>
    </message>
    <message>
        <source>Fit in Window</source>
        <translation>Ajuster à la fenêtre</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Montrer toute l’image</translation>
    </message>
    <message>
        <source>Actual Size</source>
        <translation>Taille réelle</translation>
    </message>
    <message>
        <source>Show every pixel as one pixel</source>
        <translation>Montrer chaque pixel par un pixel</translation>
    </message>
    <message>
        <source>Zoom to Mask</source>
        <translation>Zoomer sur le masque</translation>
    </message>
    <message>
        <source>Show what the mask covers as large as it fits</source>
        <translation>Montrer ce que couvre le masque aussi grand que possible</translation>
    </message>
    <message>
        <source>Rotate View Left</source>
        <translation>Tourner la vue à gauche</translation>
    </message>
    <message>
        <source>Turn the page to the left</source>
        <translation>Tourner la feuille vers la gauche</translation>
    </message>
    <message>
        <source>Rotate View Right</source>
        <translation>Tourner la vue à droite</translation>
    </message>
    <message>
        <source>Turn the page to the right</source>
        <translation>Tourner la feuille vers la droite</translation>
    </message>
    <message>
        <source>Mirror View</source>
        <translation>Vue en miroir</translation>
    </message>
    <message>
        <source>Show the page as in a mirror, to see its faults</source>
        <translation>Montrer la feuille comme dans un miroir, pour voir ses défauts</translation>
    </message>
    <message>
        <source>Upright View</source>
        <translation>Vue droite</translation>
    </message>
    <message>
        <source>Undo rotating and mirroring the view</source>
        <translation>Annuler la rotation et le miroir de la vue</translation>
    </message>
    <message>
        <source>Rulers</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Show pixel scales along the canvas</source>
        <translation>Montrer des graduations en pixels le long de la toile</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Repères</translation>
    </message>
    <message>
        <source>Show the guides</source>
        <translation>Montrer les repères</translation>
    </message>
    <message>
        <source>Clear Guides</source>
        <translation>Effacer les repères</translation>
    </message>
    <message>
        <source>Remove all guides</source>
        <translation>Enlever tous les repères</translation>
    </message>
    <message>
        <source>Pixel Grid</source>
        <translation>Grille de pixels</translation>
    </message>
    <message>
        <source>Set pixels apart above 800%</source>
        <translation>Séparer les pixels au-delà de 800&#xa0;%</translation>
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
        <source>Say what to make, and make it</source>
        <translation>Dire quoi faire, et le faire</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Show how pictures are made</source>
        <translation>Montrer comment les images sont faites</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Show how far the picture is</source>
        <translation>Montrer où en est l’image</translation>
    </message>
    <message>
        <source>Show the pictures of a run</source>
        <translation>Montrer les images d’une tâche</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Show the runs that wait</source>
        <translation>Montrer les tâches en attente</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Outil</translation>
    </message>
    <message>
        <source>Show the tool and its settings</source>
        <translation>Montrer l’outil et ses réglages</translation>
    </message>
    <message>
        <source>Show the colours to paint with</source>
        <translation>Montrer les couleurs pour peindre</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Calques</translation>
    </message>
    <message>
        <source>Show the layers</source>
        <translation>Montrer les calques</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigateur</translation>
    </message>
    <message>
        <source>Show the whole picture, small</source>
        <translation>Montrer toute l’image, en petit</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Show all steps to return to</source>
        <translation>Montrer toutes les étapes où revenir</translation>
    </message>
    <message>
        <source>Full Screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Fill the screen</source>
        <translation>Remplir l’écran</translation>
    </message>
    <message>
        <source>Hide Panels</source>
        <translation>Masquer les panneaux</translation>
    </message>
    <message>
        <source>Leave only the picture; on the canvas, Tab does it</source>
        <translation>Ne laisser que l’image&#xa0;; sur la toile, Tab le fait</translation>
    </message>
    <message>
        <source>Next Panel</source>
        <translation>Panneau suivant</translation>
    </message>
    <message>
        <source>Go to the next panel</source>
        <translation>Aller au panneau suivant</translation>
    </message>
    <message>
        <source>Restore Default Layout</source>
        <translation>Rétablir la disposition</translation>
    </message>
    <message>
        <source>Put every panel back in its place</source>
        <translation>Remettre chaque panneau à sa place</translation>
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
        <source>Read how everything works</source>
        <translation>Lire comment tout fonctionne</translation>
    </message>
    <message>
        <source>Find a Command…</source>
        <translation>Trouver une commande…</translation>
    </message>
    <message>
        <source>Type a few letters of any command</source>
        <translation>Taper quelques lettres d’une commande</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>Version et licences</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Complétions</translation>
    </message>
    <message>
        <source>Tab or Enter takes the marked one, Up and Down move, Esc closes the list</source>
        <translation>Tab ou Entrée prend celle qui est marquée, Haut et Bas déplacent, Échap ferme la liste</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Left edge; below 0 extends the canvas</source>
        <translation>Bord gauche&#xa0;; moins de 0 étend la toile</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>Top edge; below 0 extends the canvas</source>
        <translation>Bord supérieur&#xa0;; moins de 0 étend la toile</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
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
        <source>Cut or extend the picture to the frame</source>
        <translation>Couper ou étendre l’image au cadre</translation>
    </message>
    <message>
        <source>Cancel the crop</source>
        <translation>Annuler le recadrage</translation>
    </message>
    <message>
        <source>Leave the picture as it is</source>
        <translation>Laisser l’image telle quelle</translation>
    </message>
    <message>
        <source>“{prompt}” is done.</source>
        <translation>«&#xa0;{prompt}&#xa0;» est terminé.</translation>
    </message>
    <message>
        <source>{count} runs are done.</source>
        <translation>{count} tâches sont terminées.</translation>
    </message>
    <message>
        <source>{count} runs are done, {failed} failed.</source>
        <translation>{count} tâches sont terminées, {failed} ont échoué.</translation>
    </message>
    <message>
        <source>Hide {panel}</source>
        <translation>Masquer {panel}</translation>
    </message>
    <message>
        <source>Save your changes first?</source>
        <translation>Enregistrer d’abord vos modifications&#xa0;?</translation>
    </message>
    <message>
        <source>What you have not saved will be lost.</source>
        <translation>Ce qui n’est pas enregistré sera perdu.</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>Image PNG</translation>
    </message>
    <message>
        <source>JPEG picture</source>
        <translation>Image JPEG</translation>
    </message>
    <message>
        <source>WebP picture</source>
        <translation>Image WebP</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Click a step to return to it</source>
        <translation>Cliquer une étape pour y revenir</translation>
    </message>
    <message>
        <source>Layer name</source>
        <translation>Nom du calque</translation>
    </message>
    <message>
        <source>Enter keeps the name</source>
        <translation>Entrée garde le nom</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masqué</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
    <message>
        <source>Drag a layer, or move it with Alt+Up and Alt+Down; double-click renames it, Space hides it, Delete removes it</source>
        <translation>Glisser un calque, ou le déplacer avec Alt+Haut et Alt+Bas&#xa0;; double-clic le renomme, Espace le masque, Suppr l’enlève</translation>
    </message>
    <message>
        <source>More about layers</source>
        <translation>Plus sur les calques</translation>
    </message>
    <message>
        <source>Blend mode</source>
        <translation>Mode de fusion</translation>
    </message>
    <message>
        <source>How the colours of the active layer meet those below</source>
        <translation>Comment les couleurs du calque actif rencontrent celles du dessous</translation>
    </message>
    <message>
        <source>Layer opacity</source>
        <translation>Opacité du calque</translation>
    </message>
    <message>
        <source>How much of the active layer is seen</source>
        <translation>Ce qui se voit du calque actif</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Links lead on</source>
        <translation>Les liens mènent plus loin</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>La page précédente</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>What there is to read</source>
        <translation>Ce qu’il y a à lire</translation>
    </message>
    <message>
        <source>All commands and their keys</source>
        <translation>Toutes les commandes et leurs touches</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu’elle fait</translation>
    </message>
    <message>
        <source>Read a mask</source>
        <translation>Lire un masque</translation>
    </message>
    <message>
        <source>Save the mask</source>
        <translation>Enregistrer le masque</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>Look of the mask</source>
        <translation>Aspect du masque</translation>
    </message>
    <message>
        <source>How the mask is shown</source>
        <translation>Comment le masque est montré</translation>
    </message>
    <message>
        <source>Colour of the mask</source>
        <translation>Couleur du masque</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>What Generate will do</source>
        <translation>Ce que Générer va faire</translation>
    </message>
    <message>
        <source>What generating will do</source>
        <translation>Ce que la génération va faire</translation>
    </message>
    <message>
        <source>What to do instead</source>
        <translation>Que faire à la place</translation>
    </message>
    <message>
        <source>Let the picture decide what Generate does, or decide yourself</source>
        <translation>Laisser l’image décider de ce que fait Générer, ou décider soi-même</translation>
    </message>
    <message>
        <source>How far to depart</source>
        <translation>Jusqu’où s’écarter</translation>
    </message>
    <message>
        <source>How far to depart from what is there: at 1% hardly, at 100% nothing of it is left</source>
        <translation>Jusqu’où s’écarter de ce qui est là&#xa0;: à 1&#xa0;% à peine, à 100&#xa0;% il n’en reste rien</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Text to image</source>
        <translation>Texte vers image</translation>
    </message>
    <message>
        <source>Inpaint</source>
        <translation>Repeindre</translation>
    </message>
    <message>
        <source>Outpaint</source>
        <translation>Étendre</translation>
    </message>
    <message>
        <source>Paint over what should change</source>
        <translation>Peindre sur ce qui doit changer</translation>
    </message>
    <message>
        <source>Text to image, {width} x {height}</source>
        <translation>Texte vers image, {width} x {height}</translation>
    </message>
    <message>
        <source>Inpaint the painted area</source>
        <translation>Repeindre la zone peinte</translation>
    </message>
    <message>
        <source>Outpaint what is empty</source>
        <translation>Remplir ce qui est vide</translation>
    </message>
    <message>
        <source>Sketch in the painted area: depart {percent}%</source>
        <translation>Esquisse dans la zone peinte&#xa0;: écart {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Sketch: depart {percent}%</source>
        <translation>Esquisse&#xa0;: écart {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Variation of the last result: depart {percent}%</source>
        <translation>Variation du dernier résultat&#xa0;: écart {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Upscale 4x, to {width} x {height}</source>
        <translation>Agrandir 4x, à {width} x {height}</translation>
    </message>
    <message>
        <source>Upscale 4x, to {width} x {height}, in {tiles} tiles</source>
        <translation>Agrandir 4x, à {width} x {height}, en {tiles} tuiles</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom about the middle of the canvas</source>
        <translation>Zoomer autour du milieu de la toile</translation>
    </message>
    <message>
        <source>Screen pixels per picture pixel</source>
        <translation>Pixels d’écran par pixel d’image</translation>
    </message>
    <message>
        <source>Drag to look at another part</source>
        <translation>Glisser pour voir une autre partie</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Click a colour to paint with it</source>
        <translation>Cliquer une couleur pour peindre avec elle</translation>
    </message>
    <message>
        <source>Keep this colour in the palette</source>
        <translation>Garder cette couleur dans la palette</translation>
    </message>
    <message>
        <source>Take the marked colour out of the palette</source>
        <translation>Retirer de la palette la couleur choisie</translation>
    </message>
    <message>
        <source>Palettes</source>
        <translation>Palettes</translation>
    </message>
    <message>
        <source>Load or save</source>
        <translation>Charger ou enregistrer</translation>
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
        <source>Built-in Palette</source>
        <translation>Palette fournie</translation>
    </message>
    <message>
        <source>Load a palette</source>
        <translation>Charger une palette</translation>
    </message>
    <message>
        <source>Save the palette</source>
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
        <source>What can be preferred</source>
        <translation>Ce qui peut être réglé</translation>
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
        <source>Everything is kept already</source>
        <translation>Tout est déjà gardé</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
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
        <source>The language of the interface</source>
        <translation>La langue de l’interface</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Paints until a pen is used</source>
        <translation>Peint jusqu’à l’usage d’un stylet</translation>
    </message>
    <message>
        <source>Paints</source>
        <translation>Peint</translation>
    </message>
    <message>
        <source>Moves the page</source>
        <translation>Déplace la page</translation>
    </message>
    <message>
        <source>One finger</source>
        <translation>Un doigt</translation>
    </message>
    <message>
        <source>What one finger on a touch screen does; two always move the page</source>
        <translation>Ce que fait un doigt sur un écran tactile&#xa0;; deux déplacent toujours la page</translation>
    </message>
    <message>
        <source>Size of the letters</source>
        <translation>Taille des lettres</translation>
    </message>
    <message>
        <source>Size of the letters, as a share of the system&apos;s</source>
        <translation>Taille des lettres, par rapport à celle du système</translation>
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
        <source>From a light touch at the left to full pressure at the right.</source>
        <translation>D’un léger contact à gauche à la pleine pression à droite.</translation>
    </message>
    <message>
        <source>Drag a point, click to add one, Delete takes it away; Page Up and Page Down choose a point, arrow keys move it, Insert adds one</source>
        <translation>Glisser un point, cliquer pour en ajouter un, Suppr l’enlève&#xa0;; Page préc. et Page suiv. choisissent un point, les flèches le déplacent, Inser en ajoute un</translation>
    </message>
    <message>
        <source>The same at any pressure</source>
        <translation>Identique à toute pression</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>Régulière</translation>
    </message>
    <message>
        <source>In proportion to the pressure</source>
        <translation>En proportion de la pression</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Douce</translation>
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
        <source>Steps of this phase</source>
        <translation>Étapes de cette phase</translation>
    </message>
    <message>
        <source>Progress in words</source>
        <translation>Progression en mots</translation>
    </message>
    <message>
        <source>Phase, step, time left</source>
        <translation>Phase, étape, temps restant</translation>
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
        <source>Painting at 64 x 64</source>
        <translation>Peinture en 64 x 64</translation>
    </message>
    <message>
        <source>Enlarging to 256 x 256</source>
        <translation>Agrandissement à 256 x 256</translation>
    </message>
    <message>
        <source>Enlarging tile by tile</source>
        <translation>Agrandissement tuile par tuile</translation>
    </message>
    <message>
        <source>Getting the model ready…</source>
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
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Say in words what should appear</source>
        <translation>Dire en mots ce qui doit apparaître</translation>
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
        <source>Words that the prompt has, in any order</source>
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
        <source>Only favourites</source>
        <translation>Seulement les favoris</translation>
    </message>
    <message>
        <source>Enter takes a prompt, Ctrl+D makes it a favourite, Shift+Delete forgets it</source>
        <translation>Entrée prend un prompt, Ctrl+D en fait un favori, Maj+Suppr l’oublie</translation>
    </message>
    <message>
        <source>Ctrl+D favourite · Shift+Delete forget</source>
        <translation>Ctrl+D favori · Maj+Suppr oublier</translation>
    </message>
    <message>
        <source>{prompt}, favourite</source>
        <translation>{prompt}, favori</translation>
    </message>
    <message>
        <source>Stop the running picture; the next in the queue starts</source>
        <translation>Arrêter l’image en cours&#xa0;; la suivante de la file commence</translation>
    </message>
    <message>
        <source>What can it draw?</source>
        <translation>Que sait-il dessiner&#xa0;?</translation>
    </message>
    <message>
        <source>Show all words that the model knows</source>
        <translation>Montrer tous les mots que connaît le modèle</translation>
    </message>
    <message>
        <source>While a picture is being made</source>
        <translation>Pendant qu’une image est en cours</translation>
    </message>
    <message>
        <source>What Generate does while a picture is being made</source>
        <translation>Ce que fait Générer pendant qu’une image est en cours</translation>
    </message>
    <message>
        <source>While busy: wait in the queue</source>
        <translation>Si occupé&#xa0;: attendre dans la file</translation>
    </message>
    <message>
        <source>While busy: replace the running one</source>
        <translation>Si occupé&#xa0;: remplacer celle en cours</translation>
    </message>
    <message>
        <source>Add to queue</source>
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
        <source>What the picture should lead away from; it needs a guidance above 1</source>
        <translation>Ce dont l’image doit s’éloigner&#xa0;; il faut un guidage supérieur à 1</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>Exclure…</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>Words that are put around the prompt</source>
        <translation>Mots placés autour du prompt</translation>
    </message>
    <message>
        <source>Edit styles</source>
        <translation>Modifier les styles</translation>
    </message>
    <message>
        <source>Length of the prompt</source>
        <translation>Longueur du prompt</translation>
    </message>
    <message>
        <source>Tokens of the prompt, and how many the model reads</source>
        <translation>Jetons du prompt, et combien le modèle en lit</translation>
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
        <source>{tokens} of at most {limit} tokens</source>
        <translation>{tokens} jetons sur {limit} au plus</translation>
    </message>
    <message>
        <source>{tokens} tokens: the model reads the first {limit}, the end is cut off</source>
        <translation>{tokens} jetons&#xa0;: le modèle lit les {limit} premiers, la fin est coupée</translation>
    </message>
    <message>
        <source>Drag a waiting run, or move it with Alt+Up and Alt+Down; Delete removes or cancels it, Enter tries a failed one again</source>
        <translation>Glisser une tâche en attente, ou la déplacer avec Alt+Haut et Alt+Bas&#xa0;; Suppr l’enlève ou l’annule, Entrée réessaie une tâche échouée</translation>
    </message>
    <message>
        <source>Run earlier</source>
        <translation>Exécuter plus tôt</translation>
    </message>
    <message>
        <source>Run later</source>
        <translation>Exécuter plus tard</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Remove or cancel</source>
        <translation>Enlever ou annuler</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Tout annuler</translation>
    </message>
    <message>
        <source>Clear what ended</source>
        <translation>Effacer ce qui est fini</translation>
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
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Radius in pixels</source>
        <translation>Rayon en pixels</translation>
    </message>
    <message>
        <source>In pixels of the picture</source>
        <translation>En pixels de l’image</translation>
    </message>
    <message>
        <source>Forget These</source>
        <translation>Les oublier</translation>
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
        <source>Drag a guide out of the ruler; Ctrl and a drag moves it</source>
        <translation>Tirer un repère de la règle&#xa0;; Ctrl et glisser le déplace</translation>
    </message>
    <message>
        <source>The view is turned: pixels from the edge of the picture</source>
        <translation>La vue est tournée&#xa0;: pixels à partir du bord de l’image</translation>
    </message>
    <message>
        <source>Before you generate</source>
        <translation>Avant de générer</translation>
    </message>
    <message>
        <source>What will not go well, and why</source>
        <translation>Ce qui n’ira pas bien, et pourquoi</translation>
    </message>
    <message>
        <source>The model {model} is not installed or cannot be loaded: no picture yet.</source>
        <translation>Le modèle {model} n’est pas installé ou ne peut être chargé&#xa0;: pas encore d’image.</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>moins de 1&#xa0;%</translation>
    </message>
    <message>
        <source>The mask covers {percent} of what the model looks at: it may not notice. Paint a larger or rounder area.</source>
        <translation>Le masque couvre {percent} de ce que voit le modèle&#xa0;: il pourrait ne pas le remarquer. Peindre une zone plus grande ou plus ronde.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>The same seed and settings give the same picture; setting one keeps it</source>
        <translation>La même graine et les mêmes réglages donnent la même image&#xa0;; en fixer une la garde</translation>
    </message>
    <message>
        <source>Roll the seed</source>
        <translation>Tirer une graine</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>Tirer une nouvelle graine</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>Garder la graine</translation>
    </message>
    <message>
        <source>Keep this seed</source>
        <translation>Garder cette graine</translation>
    </message>
    <message>
        <source>This seed is kept</source>
        <translation>Cette graine est gardée</translation>
    </message>
    <message>
        <source>Each run gets a new seed; click to keep this one</source>
        <translation>Chaque tâche reçoit une nouvelle graine&#xa0;; cliquer pour garder celle-ci</translation>
    </message>
    <message>
        <source>New selection</source>
        <translation>Nouvelle sélection</translation>
    </message>
    <message>
        <source>What is selected becomes the mask</source>
        <translation>La sélection devient le masque</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add to the mask: hold Shift</source>
        <translation>Ajouter au masque&#xa0;: maintenir Maj</translation>
    </message>
    <message>
        <source>Take away from the mask: hold Alt</source>
        <translation>Retirer du masque&#xa0;: maintenir Alt</translation>
    </message>
    <message>
        <source>Intersect</source>
        <translation>Intersection</translation>
    </message>
    <message>
        <source>Keep what is selected and masked: hold Shift and Alt</source>
        <translation>Garder ce qui est sélectionné et masqué&#xa0;: maintenir Maj et Alt</translation>
    </message>
    <message>
        <source>Feather in pixels</source>
        <translation>Contour progressif en pixels</translation>
    </message>
    <message>
        <source>How far the edge fades to both sides, in pixels of the picture</source>
        <translation>Jusqu’où le bord s’estompe des deux côtés, en pixels de l’image</translation>
    </message>
    <message>
        <source>Smooth edge</source>
        <translation>Bord lissé</translation>
    </message>
    <message>
        <source>Pixels that the edge cuts are masked in part (anti-aliasing)</source>
        <translation>Les pixels que coupe le bord sont masqués en partie (anticrénelage)</translation>
    </message>
    <message>
        <source>How different colours may be: 0 takes one, 255 all</source>
        <translation>Écart permis entre les couleurs&#xa0;: 0 en prend une, 255 toutes</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Tolérance</translation>
    </message>
    <message>
        <source>Tolerance of colours</source>
        <translation>Tolérance des couleurs</translation>
    </message>
    <message>
        <source>Connected only</source>
        <translation>Contigu seulement</translation>
    </message>
    <message>
        <source>Only what is joined to the pixel that is clicked (contiguous)</source>
        <translation>Seulement ce qui touche au pixel cliqué (contigu)</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>Contour progressif</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Draft is fastest, Fine is most exact</source>
        <translation>Brouillon est le plus rapide, Fin le plus exact</translation>
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
        <source>How closely to follow the prompt: higher is closer, and less varied</source>
        <translation>À quel point suivre le prompt&#xa0;: plus haut est plus fidèle, et moins varié</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Denoising steps: more take longer and give finer pictures</source>
        <translation>Étapes de débruitage&#xa0;: plus il y en a, plus c’est long et fin</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Échantillonneur</translation>
    </message>
    <message>
        <source>The way from noise to picture</source>
        <translation>Le chemin du bruit à l’image</translation>
    </message>
    <message>
        <source>CLIP guidance</source>
        <translation>Guidage CLIP</translation>
    </message>
    <message>
        <source>How far a second model, which compares pictures with words, pulls to the prompt</source>
        <translation>À quel point un second modèle, qui compare images et mots, tire vers le prompt</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>Nombre d’images</translation>
    </message>
    <message>
        <source>How many pictures to choose from</source>
        <translation>Combien d’images à choisir</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>quality</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Trouver une commande</translation>
    </message>
    <message>
        <source>A few letters of a command</source>
        <translation>Quelques lettres d’une commande</translation>
    </message>
    <message>
        <source>Mark the command to change</source>
        <translation>Choisir la commande à changer</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Nouvelles touches</translation>
    </message>
    <message>
        <source>Press the keys that should give the marked command</source>
        <translation>Appuyer sur les touches qui doivent donner la commande choisie</translation>
    </message>
    <message>
        <source>No Keys</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>Take its keys away</source>
        <translation>Lui retirer ses touches</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>Give it its default keys again</source>
        <translation>Lui rendre ses touches par défaut</translation>
    </message>
    <message>
        <source>Restore All Defaults</source>
        <translation>Tout rétablir par défaut</translation>
    </message>
    <message>
        <source>Give every command its default keys again</source>
        <translation>Rendre à chaque commande ses touches par défaut</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>Share of the present size</source>
        <translation>Part de la taille actuelle</translation>
    </message>
    <message>
        <source>Keep the proportions</source>
        <translation>Garder les proportions</translation>
    </message>
    <message>
        <source>Change width and height together</source>
        <translation>Changer largeur et hauteur ensemble</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>Ce qui en résulte</translation>
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
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>How pixels between pixels are made</source>
        <translation>Comment sont faits les pixels entre les pixels</translation>
    </message>
    <message>
        <source>Lanczos: sharp, for photographs</source>
        <translation>Lanczos&#xa0;: net, pour les photos</translation>
    </message>
    <message>
        <source>Bilinear: soft</source>
        <translation>Bilinéaire&#xa0;: doux</translation>
    </message>
    <message>
        <source>Nearest: hard squares, for pixel art</source>
        <translation>Plus proche&#xa0;: carrés durs, pour le pixel art</translation>
    </message>
    <message>
        <source>Canvas Size</source>
        <translation>Taille de la toile</translation>
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
        <source>middle</source>
        <translation>au milieu</translation>
    </message>
    <message>
        <source>right</source>
        <translation>à droite</translation>
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
        <source>Keep the picture at the {place}</source>
        <translation>Garder l’image {place}</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Ancre</translation>
    </message>
    <message>
        <source>What the tool in hand does</source>
        <translation>Ce que fait l’outil en main</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Taille de l’image</translation>
    </message>
    <message>
        <source>Width and height in pixels</source>
        <translation>Largeur et hauteur en pixels</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>The model that makes the pictures</source>
        <translation>Le modèle qui fait les images</translation>
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
        <source>What the style is called</source>
        <translation>Comment s’appelle le style</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Words around the prompt; without {prompt} they go behind it</source>
        <translation>Mots autour du prompt&#xa0;; sans {prompt} ils le suivent</translation>
    </message>
    <message>
        <source>Begin another style</source>
        <translation>Commencer un autre style</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Enlever</translation>
    </message>
    <message>
        <source>Remove this style</source>
        <translation>Enlever ce style</translation>
    </message>
    <message>
        <source>Example: a watercolour of {prompt}</source>
        <translation>Exemple&#xa0;: a watercolour of {prompt}</translation>
    </message>
    <message>
        <source>Close this window; all changes are kept</source>
        <translation>Fermer cette fenêtre&#xa0;; tous les changements sont gardés</translation>
    </message>
    <message>
        <source>New style</source>
        <translation>Nouveau style</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>What to hold in hand</source>
        <translation>Ce que l’on tient en main</translation>
    </message>
    <message>
        <source>Colour range: click or drag over colours; Shift adds, Alt subtracts</source>
        <translation>Plage de couleurs&#xa0;: cliquer ou glisser sur des couleurs&#xa0;; Maj ajoute, Alt retire</translation>
    </message>
    <message>
        <source>Colour range</source>
        <translation>Plage de couleurs</translation>
    </message>
    <message>
        <source>Crop: drag an edge, outwards to extend; Return accepts, Esc cancels</source>
        <translation>Recadrage&#xa0;: glisser un bord, vers l’extérieur pour étendre&#xa0;; Entrée accepte, Échap annule</translation>
    </message>
    <message>
        <source>Eyedropper: takes the colour under the pointer</source>
        <translation>Pipette&#xa0;: prend la couleur sous le pointeur</translation>
    </message>
    <message>
        <source>Lasso: drag around what to mask; Shift adds, Alt subtracts</source>
        <translation>Lasso&#xa0;: glisser autour de ce qu’il faut masquer&#xa0;; Maj ajoute, Alt retire</translation>
    </message>
    <message>
        <source>Mask eraser: takes away from where the next picture appears</source>
        <translation>Gomme à masque&#xa0;: retire de l’endroit où paraît la prochaine image</translation>
    </message>
    <message>
        <source>Mask brush: paints where the next picture appears</source>
        <translation>Pinceau à masque&#xa0;: peint là où paraît la prochaine image</translation>
    </message>
    <message>
        <source>Colour brush: paints on a new layer; Alt picks a colour</source>
        <translation>Pinceau de couleur&#xa0;: peint sur un nouveau calque&#xa0;; Alt prélève une couleur</translation>
    </message>
    <message>
        <source>Colour eraser: erases the layer “{name}”</source>
        <translation>Gomme de couleur&#xa0;: efface le calque «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Colour brush: paints on the layer “{name}”; Alt picks a colour</source>
        <translation>Pinceau de couleur&#xa0;: peint sur le calque «&#xa0;{name}&#xa0;»&#xa0;; Alt prélève une couleur</translation>
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
        <source>“{name}” is locked: click its lock to paint on it.</source>
        <translation>«&#xa0;{name}&#xa0;» est verrouillé&#xa0;: cliquer son cadenas pour y peindre.</translation>
    </message>
    <message>
        <source>“{name}” is hidden: click its eye to paint on it.</source>
        <translation>«&#xa0;{name}&#xa0;» est masqué&#xa0;: cliquer son œil pour y peindre.</translation>
    </message>
    <message>
        <source>The chosen picture is being made ready: go on once it is shown.</source>
        <translation>L’image choisie se prépare&#xa0;: continuez dès qu’elle est affichée.</translation>
    </message>
    <message>
        <source>Polygon: click corners, Return closes it, Backspace takes one back</source>
        <translation>Polygone&#xa0;: cliquer les sommets, Entrée le ferme, Retour arrière en reprend un</translation>
    </message>
    <message>
        <source>{shape}: drag from corner to corner; Shift adds, Alt subtracts</source>
        <translation>{shape}&#xa0;: glisser d’un coin à l’autre&#xa0;; Maj ajoute, Alt retire</translation>
    </message>
    <message>
        <source>Magic wand: click what looks alike; Shift adds, Alt subtracts</source>
        <translation>Baguette magique&#xa0;: cliquer ce qui se ressemble&#xa0;; Maj ajoute, Alt retire</translation>
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
        <source>Words that the model was not trained on change the picture by chance</source>
        <translation>Les mots que le modèle n’a pas appris changent l’image au hasard</translation>
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
        <source>The starter does not know {words}.</source>
        <translation>Le modèle de départ ne connaît pas {words}.</translation>
    </message>
    <message>
        <source>The starter does not know {words}; it draws {nouns}</source>
        <translation>Le modèle de départ ne connaît pas {words}&#xa0;; il dessine {nouns}</translation>
    </message>
    <message>
        <source>What the model can draw</source>
        <translation>Ce que sait dessiner le modèle</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>Choses</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Click a word to add it to the prompt</source>
        <translation>Cliquer un mot pour l’ajouter au prompt</translation>
    </message>
    <message>
        <source>Add “{phrase}” to the prompt</source>
        <translation>Ajouter «&#xa0;{phrase}&#xa0;» au prompt</translation>
    </message>
    <message>
        <source>Open a picture, or describe one</source>
        <translation>Ouvrir une image, ou en décrire une</translation>
    </message>
    <message>
        <source>Drop a picture here, or paste it with {keys}</source>
        <translation>Déposer une image ici, ou la coller avec {keys}</translation>
    </message>
    <message>
        <source>Or go on with</source>
        <translation>Ou continuer avec</translation>
    </message>
    <message>
        <source>Or begin with a photograph</source>
        <translation>Ou commencer par une photo</translation>
    </message>
    <message>
        <source>Or try one of these</source>
        <translation>Ou essayer l’une de celles-ci</translation>
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
        <source>Open a copy of it</source>
        <translation>En ouvrir une copie</translation>
    </message>
    <message>
        <source>Paint this picture</source>
        <translation>Peindre cette image</translation>
    </message>
    <message>
        <source>The picture was cropped or resized since this one was asked for: undo that to use it.</source>
        <translation>L’image a été recadrée ou redimensionnée depuis que celle-ci a été demandée&#xa0;: annuler cela pour l’utiliser.</translation>
    </message>
    <message>
        <source> JPEG changes every pixel a little; PNG keeps each as it is.</source>
        <translation> JPEG change un peu chaque pixel&#xa0;; PNG garde chacun tel quel.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} est enregistré.</translation>
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
        <source>The pasted picture is larger than this one; its edges are cut off.</source>
        <translation>L’image collée est plus grande que celle-ci&#xa0;; ses bords sont coupés.</translation>
    </message>
    <message>
        <source>Clear mask</source>
        <translation>Effacer le masque</translation>
    </message>
    <message>
        <source>Paint a mask over the part that should change, then generate.</source>
        <translation>Peindre un masque sur la partie qui doit changer, puis générer.</translation>
    </message>
    <message>
        <source>Make a picture first; then another prompt can be compared.</source>
        <translation>Faire d’abord une image&#xa0;; un autre prompt pourra alors être comparé.</translation>
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
        <source>There was not enough memory for this run; a smaller count needs less.</source>
        <translation>La mémoire n’a pas suffi pour cette tâche&#xa0;; moins d’images en demandent moins.</translation>
    </message>
    <message>
        <source>no details</source>
        <translation>aucun détail</translation>
    </message>
    <message>
        <source>That did not work: {detail} ({kind}).</source>
        <translation>Cela n’a pas marché&#xa0;: {detail} ({kind}).</translation>
    </message>
    <message>
        <source>Extend canvas</source>
        <translation>Étendre la toile</translation>
    </message>
    <message>
        <source>Scale image</source>
        <translation>Redimensionner l’image</translation>
    </message>
    <message>
        <source>Rotate image</source>
        <translation>Tourner l’image</translation>
    </message>
    <message>
        <source>Flip image</source>
        <translation>Retourner l’image</translation>
    </message>
    <message>
        <source>A picture is being made: wait for it, or cancel it, then change the canvas.</source>
        <translation>Une image est en cours&#xa0;: l’attendre ou l’annuler, puis changer la toile.</translation>
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
        <source>A picture keeps at least one layer: add another before you delete this one.</source>
        <translation>Une image garde au moins un calque&#xa0;: en ajouter un autre avant de supprimer celui-ci.</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>Supprimer {name}</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation>Masquer {name}</translation>
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
        <source>Fill</source>
        <translation>Remplir</translation>
    </message>
    <message>
        <source>There is nothing in “{name}” to copy here.</source>
        <translation>Il n’y a rien à copier ici dans «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>There is nothing to copy here.</source>
        <translation>Il n’y a rien à copier ici.</translation>
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
        <source>There is no layer below this one to merge it with.</source>
        <translation>Il n’y a pas de calque sous celui-ci avec lequel le fusionner.</translation>
    </message>
    <message>
        <source>Merge down</source>
        <translation>Fusionner vers le bas</translation>
    </message>
    <message>
        <source>There are no two visible layers to merge.</source>
        <translation>Il n’y a pas deux calques visibles à fusionner.</translation>
    </message>
    <message>
        <source>Merge visible</source>
        <translation>Fusionner les visibles</translation>
    </message>
    <message>
        <source>All layers are hidden: show one before you flatten the picture.</source>
        <translation>Tous les calques sont masqués&#xa0;: en afficher un avant d’aplatir l’image.</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Aplatir</translation>
    </message>
    <message>
        <source>“{name}” is locked: click its lock to change it.</source>
        <translation>«&#xa0;{name}&#xa0;» est verrouillé&#xa0;: cliquer son cadenas pour le changer.</translation>
    </message>
    <message>
        <source>“{name}” is hidden: click its eye first.</source>
        <translation>«&#xa0;{name}&#xa0;» est masqué&#xa0;: cliquer d’abord son œil.</translation>
    </message>
    <message>
        <source>Mask all</source>
        <translation>Tout masquer</translation>
    </message>
    <message>
        <source>Invert mask</source>
        <translation>Inverser le masque</translation>
    </message>
    <message>
        <source>Last mask</source>
        <translation>Dernier masque</translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation>Dilater le masque</translation>
    </message>
    <message>
        <source>Shrink mask</source>
        <translation>Contracter le masque</translation>
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
        <source>Mask from layer</source>
        <translation>Masque depuis le calque</translation>
    </message>
    <message>
        <source>Mask to layer&apos;s alpha</source>
        <translation>Masque vers l’alpha du calque</translation>
    </message>
    <message>
        <source>Mask from {name}</source>
        <translation>Masque depuis {name}</translation>
    </message>
    <message>
        <source>Saved the mask as {name}.</source>
        <translation>Masque enregistré sous {name}.</translation>
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
        <source>The prompts cannot be kept: {reason}.</source>
        <translation>Les prompts ne peuvent être gardés&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The remembered prompts cannot be read, and new ones are not kept.</source>
        <translation>Les prompts gardés ne peuvent être lus, et les nouveaux ne sont pas gardés.</translation>
    </message>
    <message>
        <source>The remembered prompts were damaged: they are set aside as {name}.</source>
        <translation>Les prompts gardés étaient abîmés&#xa0;: ils sont mis de côté sous {name}.</translation>
    </message>
    <message>
        <source>This picture is in the document; undo takes it out.</source>
        <translation>Cette image est dans le document&#xa0;; Annuler l’en retire.</translation>
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
        <source>There is no list “{name}”.</source>
        <translation>Il n’y a pas de liste «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no list “{name}”: put a file {file} into {folder}.</source>
        <translation>Il n’y a pas de liste «&#xa0;{name}&#xa0;»&#xa0;: mettre un fichier {file} dans {folder}.</translation>
    </message>
    <message>
        <source>The list {path} cannot be read as text.</source>
        <translation>La liste {path} ne peut être lue comme texte.</translation>
    </message>
    <message>
        <source>The list {path} is empty.</source>
        <translation>La liste {path} est vide.</translation>
    </message>
    <message>
        <source>The prompt is empty: say what you would like to see.</source>
        <translation>Le prompt est vide&#xa0;: dire ce que l’on veut voir.</translation>
    </message>
    <message>
        <source>Nothing is transparent: extend the canvas first.</source>
        <translation>Rien n’est transparent&#xa0;: étendre d’abord la toile.</translation>
    </message>
    <message>
        <source>There is nothing yet to begin with: paint or open a picture first.</source>
        <translation>Il n’y a encore rien par quoi commencer&#xa0;: peindre ou ouvrir d’abord une image.</translation>
    </message>
    <message>
        <source>There is no result yet to vary: generate one first.</source>
        <translation>Il n’y a pas encore de résultat à varier&#xa0;: en générer un d’abord.</translation>
    </message>
    <message>
        <source>There is nothing yet to upscale: generate or open a picture first.</source>
        <translation>Il n’y a encore rien à agrandir&#xa0;: générer ou ouvrir d’abord une image.</translation>
    </message>
    <message>
        <source>This is no GIMP palette: its first line is not “{header}”.</source>
        <translation>Ce n’est pas une palette GIMP&#xa0;: sa première ligne n’est pas «&#xa0;{header}&#xa0;».</translation>
    </message>
    <message>
        <source>This palette has {count} colours; {most} are the most.</source>
        <translation>Cette palette a {count} couleurs&#xa0;; {most} est le maximum.</translation>
    </message>
    <message>
        <source>Line {number} of the palette is no colour: three numbers from 0 to 255 are expected.</source>
        <translation>La ligne {number} de la palette n’est pas une couleur&#xa0;: il faut trois nombres de 0 à 255.</translation>
    </message>
    <message>
        <source>“{name}” is too large for a palette.</source>
        <translation>«&#xa0;{name}&#xa0;» est trop grand pour une palette.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut être lu&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: {reason}.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut être écrit&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The colour profile of “{name}” is damaged: its colours are taken as sRGB.</source>
        <translation>Le profil de couleurs de «&#xa0;{name}&#xa0;» est abîmé&#xa0;: ses couleurs sont lues comme du sRGB.</translation>
    </message>
    <message>
        <source>The mask “{name}” is {width} x {height} pixels and the picture {picture_width} x {picture_height}: give it the picture&apos;s size.</source>
        <translation>Le masque «&#xa0;{name}&#xa0;» fait {width} x {height} pixels et l’image {picture_width} x {picture_height}&#xa0;: lui donner la taille de l’image.</translation>
    </message>
    <message>
        <source>The mask “{name}” is empty: make white what should be repainted.</source>
        <translation>Le masque «&#xa0;{name}&#xa0;» est vide&#xa0;: mettre en blanc ce qui doit être repeint.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved: a mask&apos;s name has to end in .png.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut être enregistré&#xa0;: le nom d’un masque doit finir par .png.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved: end its name in .png, .jpg or .webp.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut être enregistré&#xa0;: finir son nom par .png, .jpg ou .webp.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved: {suffix} has room for {limit} pixels a side, so choose .png.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut être enregistré&#xa0;: {suffix} ne tient que {limit} pixels de côté, donc choisir .png.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture: choose a PNG, JPEG, WebP, GIF, BMP or TIFF file.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas une image&#xa0;: choisir un fichier PNG, JPEG, WebP, GIF, BMP ou TIFF.</translation>
    </message>
    <message>
        <source>“{name}” has more than {most} megapixels: scale it down first.</source>
        <translation>«&#xa0;{name}&#xa0;» a plus de {most} mégapixels&#xa0;: réduire d’abord l’image.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or cut off: get a fresh copy.</source>
        <translation>«&#xa0;{name}&#xa0;» est abîmé ou tronqué&#xa0;: en reprendre une copie.</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened ({reason}): choose another file.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut être ouvert ({reason})&#xa0;: choisir un autre fichier.</translation>
    </message>
    <message>
        <source>“{name}” is a folder: choose a picture in it.</source>
        <translation>«&#xa0;{name}&#xa0;» est un dossier&#xa0;: choisir une image dedans.</translation>
    </message>
    <message>
        <source>“{name}” is not a file: choose a picture.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas un fichier&#xa0;: choisir une image.</translation>
    </message>
    <message>
        <source>“{path}” does not exist: check its name and folder.</source>
        <translation>«&#xa0;{path}&#xa0;» n’existe pas&#xa0;: vérifier son nom et son dossier.</translation>
    </message>
    <message>
        <source>“{name}” is CMYK: it is edited and saved as sRGB.</source>
        <translation>«&#xa0;{name}&#xa0;» est en CMJN&#xa0;: l’image est modifiée et enregistrée en sRGB.</translation>
    </message>
    <message>
        <source>“{name}” is grey with a colour profile: it is edited and saved as sRGB.</source>
        <translation>«&#xa0;{name}&#xa0;» est en gris avec un profil de couleur&#xa0;: l’image est modifiée et enregistrée en sRGB.</translation>
    </message>
    <message>
        <source>“{name}” is a folder: choose another name.</source>
        <translation>«&#xa0;{name}&#xa0;» est un dossier&#xa0;: choisir un autre nom.</translation>
    </message>
    <message>
        <source>The folder “{folder}” does not exist: choose another one.</source>
        <translation>Le dossier «&#xa0;{folder}&#xa0;» n’existe pas&#xa0;: en choisir un autre.</translation>
    </message>
    <message>
        <source>The folder “{folder}” is read-only: choose another one.</source>
        <translation>Le dossier «&#xa0;{folder}&#xa0;» est en lecture seule&#xa0;: en choisir un autre.</translation>
    </message>
    <message>
        <source>The disk has no room for “{name}”: free some, or save elsewhere.</source>
        <translation>Le disque n’a plus de place pour «&#xa0;{name}&#xa0;»&#xa0;: en libérer, ou enregistrer ailleurs.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved ({reason}): try another folder.</source>
        <translation>«&#xa0;{name}&#xa0;» n’a pu être enregistré ({reason})&#xa0;: essayer un autre dossier.</translation>
    </message>
    <message>
        <source>The mask is empty: paint over what should change.</source>
        <translation>Le masque est vide&#xa0;: peindre sur ce qui doit changer.</translation>
    </message>
    <message>
        <source>The interval of deep features must be a whole number from 1 to 10.</source>
        <translation>L’intervalle des caractéristiques profondes doit être un nombre entier de 1 à 10.</translation>
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
        <source>The steps {steps} do not fit an even stride: try ddim50 or {number}.</source>
        <translation>Les étapes {steps} ne tombent pas sur un pas régulier&#xa0;: essayer ddim50 ou {number}.</translation>
    </message>
    <message>
        <source>The steps must be a number such as “30”, a list such as “10,10,3,2,2”, “fast27”, “ddim50” or “logsnr15”.</source>
        <translation>Les étapes doivent être un nombre comme «&#xa0;30&#xa0;», une liste comme «&#xa0;10,10,3,2,2&#xa0;», ou «&#xa0;fast27&#xa0;», «&#xa0;ddim50&#xa0;» ou «&#xa0;logsnr15&#xa0;».</translation>
    </message>
    <message>
        <source>Upscaling must be on or off.</source>
        <translation>L’agrandissement doit être activé ou non.</translation>
    </message>
    <message>
        <source>The thresholding must be {first} or {second}.</source>
        <translation>Le seuillage doit être {first} ou {second}.</translation>
    </message>
    <message>
        <source>The model must have a name.</source>
        <translation>Le modèle doit avoir un nom.</translation>
    </message>
    <message>
        <source>The picture and its mask must be given together.</source>
        <translation>L’image et son masque doivent être donnés ensemble.</translation>
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
        <source>The prompt has characters that are not text: retype it.</source>
        <translation>Le prompt a des caractères qui ne sont pas du texte&#xa0;: le retaper.</translation>
    </message>
    <message>
        <source>The negative prompt has characters that are not text: retype it.</source>
        <translation>Le prompt négatif a des caractères qui ne sont pas du texte&#xa0;: le retaper.</translation>
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
        <source>The feather must be a whole number from 0 to {most}.</source>
        <translation>Le contour progressif doit être un nombre entier de 0 à {most}.</translation>
    </message>
    <message>
        <source>The strength must be a number from 0 to 1.</source>
        <translation>La force doit être un nombre de 0 à 1.</translation>
    </message>
    <message>
        <source>To upscale takes a picture, without mask or strength.</source>
        <translation>Agrandir demande une image, sans masque ni force.</translation>
    </message>
    <message>
        <source>Pictures are upscaled one at a time, by the upsampler.</source>
        <translation>Les images sont agrandies une par une, par le réseau d’agrandissement.</translation>
    </message>
    <message>
        <source>The picture is too large to upscale: crop it to 2048 x 2048.</source>
        <translation>L’image est trop grande pour être agrandie&#xa0;: la recadrer à 2048 x 2048.</translation>
    </message>
    <message>
        <source>The picture must be {size} bytes.</source>
        <translation>L’image doit faire {size} octets.</translation>
    </message>
    <message>
        <source>The mask must be {size} bytes.</source>
        <translation>Le masque doit faire {size} octets.</translation>
    </message>
    <message>
        <source>The saved request is damaged: generate the edit again.</source>
        <translation>La tâche enregistrée est abîmée&#xa0;: générer de nouveau la modification.</translation>
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
        <source>The place of the edit must be whole numbers from -{most} to {most}.</source>
        <translation>La place de la modification doit être en nombres entiers de -{most} à {most}.</translation>
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
        <source>A picture has at most {most} pixels a side: choose fewer.</source>
        <translation>Une image a au plus {most} pixels de côté&#xa0;: en choisir moins.</translation>
    </message>
    <message>
        <source>A picture has at most {most} megapixels: choose a smaller size.</source>
        <translation>Une image a au plus {most} mégapixels&#xa0;: choisir une taille plus petite.</translation>
    </message>
    <message>
        <source>Only pictures of 256 x 256 can be varied.</source>
        <translation>Seules les images de 256 x 256 pixels peuvent être variées.</translation>
    </message>
    <message>
        <source>The lists in the prompt lead to too much text: use fewer at once.</source>
        <translation>Les listes du prompt donnent trop de texte&#xa0;: en utiliser moins à la fois.</translation>
    </message>
    <message>
        <source>The list “{name}” leads back to itself.</source>
        <translation>La liste «&#xa0;{name}&#xa0;» renvoie à elle-même.</translation>
    </message>
    <message>
        <source>There is no model file {path}.</source>
        <translation>Il n’y a pas de fichier de modèle {path}.</translation>
    </message>
    <message>
        <source>{name} holds more than tensors, so it is not loaded.</source>
        <translation>{name} contient plus que des tenseurs et n’est donc pas chargé.</translation>
    </message>
    <message>
        <source>{name} holds no GLIDE network, or is damaged.</source>
        <translation>{name} ne contient pas de réseau GLIDE, ou est abîmé.</translation>
    </message>
    <message>
        <source>{name} holds no noised CLIP, or is damaged.</source>
        <translation>{name} ne contient pas de CLIP pour images bruitées, ou est abîmé.</translation>
    </message>
    <message>
        <source>This machine has no device {name}: use auto or cpu.</source>
        <translation>Cette machine n’a pas de périphérique {name}&#xa0;: utiliser auto ou cpu.</translation>
    </message>
    <message>
        <source>There is no model “{name}”; none is installed.</source>
        <translation>Il n’y a pas de modèle «&#xa0;{name}&#xa0;»&#xa0;; aucun n’est installé.</translation>
    </message>
    <message>
        <source>There is no model “{name}”; installed: {known}.</source>
        <translation>Il n’y a pas de modèle «&#xa0;{name}&#xa0;»&#xa0;; installés&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>The model {name} has no CLIP: set CLIP guidance to 0.</source>
        <translation>Le modèle {name} n’a pas de CLIP&#xa0;: mettre le guidage CLIP à 0.</translation>
    </message>
    <message>
        <source>The model {name} cannot inpaint: choose another model.</source>
        <translation>Le modèle {name} ne sait pas repeindre&#xa0;: choisir un autre modèle.</translation>
    </message>
    <message>
        <source>Move: drag the layer “{name}”, or nudge it by arrow keys</source>
        <translation>Déplacer&#xa0;: faire glisser le calque «&#xa0;{name}&#xa0;» ou le décaler par les flèches</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>Déplacer {name}</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
</context>
</TS>
