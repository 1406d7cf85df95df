<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Repère</source>
        <translation>À propos de Repère</translation>
    </message>
    <message>
        <source>The map and directory of the ateliers of France, without network.</source>
        <translation>La carte et l’annuaire des ateliers de France, sans réseau.</translation>
    </message>
    <message>
        <source>Data and credits</source>
        <translation>Données et mentions</translation>
    </message>
</context>
<context>
    <name>AtelierDialog</name>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Lieu</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Types</source>
        <translation>&amp;Types</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>&amp;Situation</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Post&amp;code</source>
        <translation>&amp;Code postal</translation>
    </message>
    <message>
        <source>T&amp;own</source>
        <translation>&amp;Ville</translation>
    </message>
    <message>
        <source>Position (&amp;lat, lon)</source>
        <translation>&amp;Position (lat., lon.)</translation>
    </message>
    <message>
        <source>E&amp;quipment</source>
        <translation>É&amp;quipement</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Équipement</translation>
    </message>
    <message>
        <source>Add a &amp;machine</source>
        <translation>Ajouter une &amp;machine</translation>
    </message>
    <message>
        <source>&amp;Remove the machine</source>
        <translation>&amp;Retirer la machine</translation>
    </message>
    <message>
        <source>&amp;Welcome</source>
        <translation>A&amp;ccueil</translation>
    </message>
    <message>
        <source>Opening &amp;hours</source>
        <translation>&amp;Horaires</translation>
    </message>
    <message>
        <source>Ser&amp;vices</source>
        <translation>Ser&amp;vices</translation>
    </message>
    <message>
        <source>Open &amp;to</source>
        <translation>Ouvert &amp;à</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>Autres &amp;infos</translation>
    </message>
    <message>
        <source>&amp;Site</source>
        <translation>&amp;Site</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>C&amp;ourriel</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>&amp;Téléphone</translation>
    </message>
    <message>
        <source>R&amp;un by</source>
        <translation>&amp;Géré par</translation>
    </message>
    <message>
        <source>&amp;Founded in</source>
        <translation>&amp;Fondé en</translation>
    </message>
    <message>
        <source>Surface in s&amp;quare metres</source>
        <translation>Surface en mètres &amp;carrés</translation>
    </message>
    <message>
        <source>&amp;Information of (date or year)</source>
        <translation>Informations &amp;de (date ou année)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notes</translation>
    </message>
</context>
<context>
    <name>AtelierJson</name>
    <message>
        <source>element %1: "%2" has the wrong type</source>
        <translation>élément %1 : « %2 » n’est pas du bon type</translation>
    </message>
    <message>
        <source>broken JSON at character %1</source>
        <translation>JSON invalide au caractère %1</translation>
    </message>
    <message>
        <source>a JSON list was expected</source>
        <translation>une liste JSON était attendue</translation>
    </message>
    <message>
        <source>element %1 is no JSON object</source>
        <translation>l’élément %1 n’est pas un objet JSON</translation>
    </message>
    <message>
        <source>a JSON object was expected</source>
        <translation>un objet JSON était attendu</translation>
    </message>
</context>
<context>
    <name>Boundaries</name>
    <message>
        <source>%1: the outline “%2” is no known département. Boundaries cannot be loaded.</source>
        <translation>%1 : le contour « %2 » n’est celui d’aucun département connu. Les limites ne peuvent pas être chargées.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2): boundaries are missing.</source>
        <translation>%1 ne peut pas être lu (%2) : les limites manquent.</translation>
    </message>
    <message>
        <source>no property “%1”</source>
        <translation>pas de propriété « %1 »</translation>
    </message>
    <message>
        <source>“%1” is no polygon</source>
        <translation>« %1 » n’est pas un polygone</translation>
    </message>
    <message>
        <source>it holds no polygon</source>
        <translation>il ne contient aucun polygone</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>machines not stated</source>
        <translation>machines non renseignées</translation>
    </message>
    <message>
        <source>placed at its commune</source>
        <translation>placé à sa commune</translation>
    </message>
    <message>
        <source>not on the map</source>
        <translation>pas sur la carte</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>sans %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>in the view</source>
        <translation>dans la vue</translation>
    </message>
    <message>
        <source>seen after %1</source>
        <translation>vu après %1</translation>
    </message>
    <message>
        <source>in the area drawn</source>
        <translation>dans la zone dessinée</translation>
    </message>
</context>
<context>
    <name>ColumnGuess</name>
    <message>
        <source>the heading says it, and %1 % of the positions are in France</source>
        <translation>l’intitulé le dit, et %1 % des positions sont en France</translation>
    </message>
    <message>
        <source>the heading says the other coordinate, but only so %1 % of the positions are in France</source>
        <translation>l’intitulé dit l’autre coordonnée, mais c’est ainsi que %1 % des positions sont en France</translation>
    </message>
    <message>
        <source>%1 % of the positions are in France</source>
        <translation>%1 % des positions sont en France</translation>
    </message>
    <message>
        <source>few different words, which come again and again</source>
        <translation>peu de mots différents, qui reviennent souvent</translation>
    </message>
    <message>
        <source>the heading says it</source>
        <translation>l’intitulé le dit</translation>
    </message>
    <message>
        <source>the heading says it, and %1 % of the values look like it</source>
        <translation>l’intitulé le dit, et %1 % des valeurs y ressemblent</translation>
    </message>
    <message>
        <source>%1 % of the values look like it</source>
        <translation>%1 % des valeurs y ressemblent</translation>
    </message>
    <message>
        <source>the first column of words that are nearly all different</source>
        <translation>la première colonne de mots presque tous différents</translation>
    </message>
    <message>
        <source>words after the postcode</source>
        <translation>des mots après le code postal</translation>
    </message>
    <message>
        <source>words before the postcode</source>
        <translation>des mots avant le code postal</translation>
    </message>
    <message>
        <source>most values have the size of coordinates of %1</source>
        <translation>la plupart des valeurs ont la taille de coordonnées %1</translation>
    </message>
    <message>
        <source>the heading says it; the other way round %1 % of the positions would be in France</source>
        <translation>l’intitulé le dit ; c’est dans l’autre sens que %1 % des positions seraient en France</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Unknown argument: %1. Nothing was done.</source>
        <translation>Argument inconnu : %1. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>%1 needs one value. Nothing was done.</source>
        <translation>%1 attend une valeur. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>A value is not a number: %1. Nothing was done.</source>
        <translation>Une valeur n’est pas un nombre : %1. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>%1. Nothing was done.</source>
        <translation>%1. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--language: “%1” is neither fr nor en. Nothing was done.</source>
        <translation>--language : « %1 » n’est ni fr ni en. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--size: “%1” is not WIDTHxHEIGHT between 64 and 20000. Nothing was done.</source>
        <translation>--size : « %1 » n’est pas LARGEURxHAUTEUR entre 64 et 20000. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--view: “%1” is not LAT,LON,ZOOM. Nothing was done.</source>
        <translation>--view : « %1 » n’est pas LAT,LON,ZOOM. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--size is only for --snapshot. Nothing was done.</source>
        <translation>--size ne sert qu’avec --snapshot. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Print this help and leave</source>
        <translation>Écrire cette aide et quitter</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXTE</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>Repère: the map and directory of the ateliers of France</source>
        <translation>Repère : la carte et l’annuaire des ateliers de France</translation>
    </message>
    <message>
        <source>Print the version and leave</source>
        <translation>Écrire la version et quitter</translation>
    </message>
    <message>
        <source>A directory FILE to open, then words to look for</source>
        <translation>Un FICHIER d’annuaire à ouvrir, puis des mots à chercher</translation>
    </message>
    <message>
        <source>Write a picture of the map (png, svg, pdf) and leave</source>
        <translation>Écrire une image de la carte (png, svg, pdf) et quitter</translation>
    </message>
    <message>
        <source>Size of the picture, WxH</source>
        <translation>Taille de l’image, LxH</translation>
    </message>
    <message>
        <source>View of the map: LAT,LON,ZOOM</source>
        <translation>Vue de la carte : LAT,LON,ZOOM</translation>
    </message>
    <message>
        <source>fr or en</source>
        <translation>fr ou en</translation>
    </message>
    <message>
        <source>Name or INSEE code of a région</source>
        <translation>Nom ou code INSEE d’une région</translation>
    </message>
    <message>
        <source>Name or INSEE code of a département</source>
        <translation>Nom ou code INSEE d’un département</translation>
    </message>
    <message>
        <source>Name, postcode or INSEE code of a commune</source>
        <translation>Nom, code postal ou code INSEE d’une commune</translation>
    </message>
    <message>
        <source>Type of place</source>
        <translation>Type de lieu</translation>
    </message>
    <message>
        <source>Machine; several: all of them</source>
        <translation>Machine ; plusieurs : toutes</translation>
    </message>
    <message>
        <source>Machine that must not be there</source>
        <translation>Machine qui ne doit pas s’y trouver</translation>
    </message>
    <message>
        <source>Any of the machines instead of all of them</source>
        <translation>L’une des machines au lieu de toutes</translation>
    </message>
    <message>
        <source>Situation: embryo, planned, open, dormant, closed, unknown</source>
        <translation>Situation : embryo, planned, open, dormant, closed, unknown</translation>
    </message>
    <message>
        <source>Public welcomed</source>
        <translation>Public accueilli</translation>
    </message>
    <message>
        <source>Service offered</source>
        <translation>Service proposé</translation>
    </message>
    <message>
        <source>Place or LAT,LON</source>
        <translation>Lieu ou LAT,LON</translation>
    </message>
    <message>
        <source>Kilometres from --near</source>
        <translation>Kilomètres autour de --near</translation>
    </message>
    <message>
        <source>W,S,E,N in degrees</source>
        <translation>O,S,E,N en degrés</translation>
    </message>
    <message>
        <source>Only information newer than this year</source>
        <translation>Seulement les informations plus récentes que cette année</translation>
    </message>
    <message>
        <source>Write a poster on this paper, A0 to A4, instead</source>
        <translation>Écrire plutôt une affiche sur ce papier, de A0 à A4</translation>
    </message>
    <message>
        <source>The poster is wider than high</source>
        <translation>L’affiche est plus large que haute</translation>
    </message>
    <message>
        <source>Heading of the poster</source>
        <translation>Titre de l’affiche</translation>
    </message>
    <message>
        <source>Resolution of a poster as png: 150 or 300, for example</source>
        <translation>Résolution d’une affiche en png : 150 ou 300, par exemple</translation>
    </message>
    <message>
        <source>Colours of the picture: light or dark</source>
        <translation>Couleurs de l’image : light (clair) ou dark (sombre)</translation>
    </message>
    <message>
        <source>--poster: “%1” is none of A0, A1, A2, A3, A4. Nothing was done.</source>
        <translation>--poster : « %1 » n’est ni A0, A1, A2, A3 ni A4. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--poster and --size exclude each other. Nothing was done.</source>
        <translation>--poster et --size s’excluent. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--landscape and --title are only for --poster. Nothing was done.</source>
        <translation>--landscape et --title ne vont qu’avec --poster. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--poster and --theme are only for --snapshot. Nothing was done.</source>
        <translation>--poster et --theme ne vont qu’avec --snapshot. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--dpi: %1 is not between %2 and %3. Nothing was done.</source>
        <translation>--dpi : %1 n’est pas entre %2 et %3. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--theme: “%1” is neither light nor dark. Nothing was done.</source>
        <translation>--theme : « %1 » n’est ni light ni dark. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--layer: “%1” is neither territories nor uncovered. Nothing was done.</source>
        <translation>--layer : « %1 » n’est ni territories ni uncovered. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--by, --measure and --machine are only for --layer territories. Nothing was done.</source>
        <translation>--by, --measure et --machine ne vont qu’avec --layer territories. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--radius is only for --layer uncovered. Nothing was done.</source>
        <translation>--radius ne va qu’avec --layer uncovered. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--with-places is only for --layer. Nothing was done.</source>
        <translation>--with-places ne va qu’avec --layer. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--by: “%1” is neither region nor departement. Nothing was done.</source>
        <translation>--by : « %1 » n’est ni region ni departement. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--measure: “%1” is none of count, per-100k, share. Nothing was done.</source>
        <translation>--measure : « %1 » n’est ni count, ni per-100k, ni share. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--machine is only for --measure share. Nothing was done.</source>
        <translation>--machine ne va qu’avec --measure share. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--radius: %1 is not between 1 and %2 km. Nothing was done.</source>
        <translation>--radius : %1 n’est pas entre 1 et %2 km. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Colour of the picture's ground: territories or uncovered</source>
        <translation>Ce que l’image montre sous les lieux : territories ou uncovered</translation>
    </message>
    <message>
        <source>Territories: region or departement</source>
        <translation>Territoires : region ou departement</translation>
    </message>
    <message>
        <source>What of the territories: count, per-100k or share</source>
        <translation>Ce qui en est comparé : count, per-100k ou share</translation>
    </message>
    <message>
        <source>Machine whose share is told: laser-cutter</source>
        <translation>Machine dont la part est dite : découpe laser</translation>
    </message>
    <message>
        <source>Kilometres beyond which land is uncovered: 30</source>
        <translation>Kilomètres au-delà desquels une terre n’est pas couverte : 30</translation>
    </message>
    <message>
        <source>The places over the layer, too</source>
        <translation>Les lieux par-dessus, aussi</translation>
    </message>
    <message>
        <source>--layer is only for --snapshot. Nothing was done.</source>
        <translation>--layer ne va qu’avec --snapshot. Rien n’a été fait.</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>--in-region: “%1” is no région. Nothing was done.</source>
        <translation>--in-region : « %1 » n’est pas une région. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>--in-departement: “%1” is no département. Nothing was done.</source>
        <translation>--in-departement : « %1 » n’est pas un département. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>%1 of %2 communes, %3 of %4 inhabitants, have no such place within %5 km.</source>
        <translation>%1 communes sur %2, soit %3 habitants sur %4, n’ont aucun lieu de ce filtre à moins de %5 km.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Inhabitants</source>
        <translation>Habitants</translation>
    </message>
    <message>
        <source>Nearest place</source>
        <translation>Lieu le plus proche</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) without a position are near nobody.</source>
        <translation>
            <numerusform>%Ln lieu sans position n’est proche de personne.</numerusform>
            <numerusform>%Ln lieux sans position ne sont proches de personne.</numerusform>
        </translation>
    </message>
    <message>
        <source>Communes that have no place of the filter within a distance</source>
        <translation>Les communes sans aucun lieu du filtre à moins d’une distance</translation>
    </message>
    <message>
        <source>Kilometres</source>
        <translation>Kilomètres</translation>
    </message>
    <message>
        <source>Only the communes of this région</source>
        <translation>Seulement les communes de cette région</translation>
    </message>
    <message>
        <source>Only the communes of this département</source>
        <translation>Seulement les communes de ce département</translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>%1 cannot be read: %2. The starter directory is not available.</source>
        <translation>%1 ne peut pas être lu : %2. L’annuaire de départ n’est pas disponible.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; no directory was created.</source>
        <translation>Le dossier %1 ne peut pas être créé ; aucun annuaire n’a été créé.</translation>
    </message>
    <message>
        <source>A place needs a name; nothing was added.</source>
        <translation>Un lieu doit avoir un nom ; rien n’a été ajouté.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Ajout de %1</translation>
    </message>
    <message>
        <source>A place needs a name; nothing was changed.</source>
        <translation>Un lieu doit avoir un nom ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Modification de %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Suppression de %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln place(s)</source>
        <translation>
            <numerusform>Suppression de %Ln lieu</numerusform>
            <numerusform>Suppression de %Ln lieux</numerusform>
        </translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Import de %1</translation>
    </message>
    <message>
        <source>Starter directory of %1</source>
        <translation>Annuaire de départ du %1</translation>
    </message>
    <message>
        <source>%1 is damaged (%2); nothing was restored.</source>
        <translation>%1 est endommagé (%2) ; rien n’a été restauré.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; nothing was restored.</source>
        <translation>Le dossier %1 ne peut pas être créé ; rien n’a été restauré.</translation>
    </message>
    <message>
        <source>A position needs a latitude and a longitude; nothing was changed.</source>
        <translation>Une position demande une latitude et une longitude ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <comment>how people write a date</comment>
        <translation>dd/MM/yyyy</translation>
    </message>
    <message>
        <source>%1 cannot be created: %2. Nothing was written.</source>
        <translation>%1 ne peut pas être créé : %2. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>A place cannot be merged with itself (%1); nothing was changed.</source>
        <translation>Un lieu ne peut pas être fusionné avec lui-même (%1) ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Two places at least are needed to merge; nothing was changed.</source>
        <translation>Il faut au moins deux lieux pour fusionner ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>New order of the sources</source>
        <translation>Nouvel ordre des sources</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Annulé ; rien n’a été changé.</translation>
    </message>
    <message>
        <source>%1 cannot be kept as %2; nothing was restored.</source>
        <translation>%1 ne peut pas être gardé sous le nom %2 ; rien n’a été restauré.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); nothing was restored.</source>
        <translation>%1 ne peut pas être écrit (%2) ; rien n’a été restauré.</translation>
    </message>
    <message>
        <source>%1 is open in another program: close it first. Nothing was restored.</source>
        <translation>%1 est ouvert dans un autre programme : fermez-le d’abord. Rien n’a été restauré.</translation>
    </message>
    <message>
        <source>Recover %1</source>
        <translation>Récupérer %1</translation>
    </message>
    <message>
        <source>No automatic copy was made: the folder %1 cannot be made.</source>
        <translation>Aucune copie automatique n’a été faite : le dossier %1 ne peut pas être créé.</translation>
    </message>
    <message>
        <source>No automatic copy was made: there is no room for it in %1.</source>
        <translation>Aucune copie automatique n’a été faite : il n’y a pas assez de place dans %1.</translation>
    </message>
    <message>
        <source>Position of %1 found by its address</source>
        <translation>Position de %1 trouvée par son adresse</translation>
    </message>
    <message numerus="yes">
        <source>Positions of %Ln place(s) found by address</source>
        <translation>
            <numerusform>Position de %Ln lieu trouvée par son adresse</numerusform>
            <numerusform>Positions de %Ln lieux trouvées par leur adresse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>May be the same</source>
        <translation>Peut-être le même</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>No two places look like one.</source>
        <translation>Aucun lieu ne semble être là deux fois.</translation>
    </message>
    <message>
        <source>"%1": the number of a waiting record (w12) or two numbers (3,17) are needed; nothing was changed.</source>
        <translation>« %1 » : il faut le numéro d’une fiche en attente (w12) ou deux numéros (3,17) ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>List what may be the same place twice</source>
        <translation>Liste ce qui est peut-être deux fois le même lieu</translation>
    </message>
    <message>
        <source>Likeness from here on, 0 to 1</source>
        <translation>À partir de cette ressemblance, de 0 à 1</translation>
    </message>
    <message>
        <source>Merge a waiting record (w12) or a pair (3,17)</source>
        <translation>Fusionne une fiche en attente (w12) ou une paire (3,17)</translation>
    </message>
    <message>
        <source>Keep a waiting record (w12) or a pair (3,17) apart</source>
        <translation>Garde séparées une fiche en attente (w12) ou une paire (3,17)</translation>
    </message>
    <message>
        <source>Take places into the first of them; undo separates them</source>
        <translation>Réunit des lieux dans le premier ; annuler les sépare</translation>
    </message>
    <message>
        <source>Numbers of the places</source>
        <translation>Numéros des lieux</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Likeness from which questions are selected</source>
        <translation>Ressemblance à partir de laquelle les questions sont sélectionnées</translation>
    </message>
    <message>
        <source>S&amp;elect these</source>
        <translation>&amp;Sélectionner</translation>
    </message>
    <message>
        <source>Questions, likeliest first</source>
        <translation>Questions, les plus vraisemblables d’abord</translation>
    </message>
    <message>
        <source>The two places, field by field</source>
        <translation>Les deux lieux, champ par champ</translation>
    </message>
    <message>
        <source>A tick says which value the merged place shows. Tick the other one to choose it.</source>
        <translation>La coche dit quelle valeur le lieu réuni montre. Cochez l’autre pour la choisir.</translation>
    </message>
    <message>
        <source>Sa&amp;me place</source>
        <translation>&amp;Même lieu</translation>
    </message>
    <message>
        <source>Merge them: key 1</source>
        <translation>Les réunir : touche 1</translation>
    </message>
    <message>
        <source>&amp;Two places</source>
        <translation>&amp;Deux lieux</translation>
    </message>
    <message>
        <source>Keep them apart and never ask again: key 2</source>
        <translation>Les garder séparés et ne plus le demander : touche 2</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Plus tard</translation>
    </message>
    <message>
        <source>Go on to the next question: key 0</source>
        <translation>Passer à la question suivante : touche 0</translation>
    </message>
    <message>
        <source>Search a&amp;gain</source>
        <translation>C&amp;hercher à nouveau</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Li&amp;keness from</source>
        <translation>&amp;Ressemblance à partir de</translation>
    </message>
    <message>
        <source>&amp;Undo the last change</source>
        <translation>&amp;Annuler le dernier changement</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>--set "%1": field=value is needed; nothing was changed.</source>
        <translation>--set « %1 » : il faut champ=valeur ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>--set name=… is needed: a place needs a name; nothing was added.</source>
        <translation>--set name=… est nécessaire : un lieu doit avoir un nom ; rien n’a été ajouté.</translation>
    </message>
    <message>
        <source>Add a place and print its number</source>
        <translation>Ajouter un lieu et écrire son numéro</translation>
    </message>
    <message>
        <source>field=value; lists joined by |</source>
        <translation>champ=valeur ; listes jointes par |</translation>
    </message>
    <message>
        <source>Change fields of a place</source>
        <translation>Modifier des champs d’un lieu</translation>
    </message>
    <message>
        <source>Number of the place</source>
        <translation>Numéro du lieu</translation>
    </message>
    <message>
        <source>field=value; an empty value means unknown</source>
        <translation>champ=valeur ; une valeur vide veut dire non renseigné</translation>
    </message>
    <message>
        <source>Remove places; undo brings them back</source>
        <translation>Supprimer des lieux ; undo les fait revenir</translation>
    </message>
    <message>
        <source>Numbers of the places</source>
        <translation>Numéros des lieux</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>There is no column "%1". Nothing was written.</source>
        <translation>Il n’y a pas de colonne « %1 ». Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>%1: cannot be opened (%2).</source>
        <translation>%1 : ouverture impossible (%2).</translation>
    </message>
    <message>
        <source>%1, line 1: no heading "name" or "Nom" was found, with ; , or tab between the headings. Nothing was imported.</source>
        <translation>%1, ligne 1 : aucun en-tête « name » ou « Nom », séparé par point-virgule, virgule ou tabulation. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1, line 1: the column "%2" is there twice. Nothing was imported.</source>
        <translation>%1, ligne 1 : la colonne « %2 » apparaît deux fois. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>a year was expected</source>
        <translation>une année était attendue</translation>
    </message>
    <message>
        <source>this is no year and no date</source>
        <translation>ce n’est ni une année ni une date</translation>
    </message>
    <message>
        <source>none, commune, approx or exact was expected</source>
        <translation>none, commune, approx ou exact était attendu</translation>
    </message>
    <message>
        <source>32 hexadecimal digits were expected</source>
        <translation>32 chiffres hexadécimaux étaient attendus</translation>
    </message>
    <message>
        <source>the name is missing</source>
        <translation>le nom manque</translation>
    </message>
    <message>
        <source>a latitude from -90 to 90 was expected</source>
        <translation>une latitude de -90 à 90 était attendue</translation>
    </message>
    <message>
        <source>a longitude from -180 to 180 was expected</source>
        <translation>une longitude de -180 à 180 était attendue</translation>
    </message>
    <message>
        <source>a surface in square metres was expected</source>
        <translation>une surface en mètres carrés était attendue</translation>
    </message>
    <message>
        <source>a quote is never closed, or closed before more text</source>
        <translation>un guillemet n’est jamais fermé, ou fermé avant la fin du texte</translation>
    </message>
    <message>
        <source>%1 cells were expected as in the headings</source>
        <translation>%1 cellules étaient attendues, comme dans les en-têtes</translation>
    </message>
    <message>
        <source>the cell holds a NUL byte</source>
        <translation>la cellule contient un octet nul</translation>
    </message>
    <message>
        <source>the cell is no valid UTF-8</source>
        <translation>la cellule n’est pas en UTF-8 valide</translation>
    </message>
    <message>
        <source>the other coordinate is missing</source>
        <translation>l’autre coordonnée manque</translation>
    </message>
    <message>
        <source>"%1" is no field that can be set. Nothing was changed.</source>
        <translation>« %1 » n’est pas un champ modifiable. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1, value "%2": %3. Nothing was changed.</source>
        <translation>%1, valeur « %2 » : %3. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1: this file does not exist.</source>
        <translation>%1 : ce fichier n’existe pas.</translation>
    </message>
    <message>
        <source>%1: reading stopped at line %2 (%3).</source>
        <translation>%1 : lecture interrompue à la ligne %2 (%3).</translation>
    </message>
    <message>
        <source>%1: no "features" were found, as a GeoJSON FeatureCollection has them. Nothing was imported.</source>
        <translation>%1 : pas de « features », comme en a une FeatureCollection GeoJSON. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>a GeoJSON feature with properties was expected</source>
        <translation>un élément GeoJSON avec des propriétés était attendu</translation>
    </message>
    <message>
        <source>a point with longitude and latitude was expected</source>
        <translation>un point avec longitude et latitude était attendu</translation>
    </message>
    <message>
        <source>a text was expected</source>
        <translation>un texte était attendu</translation>
    </message>
    <message>
        <source>a number was expected</source>
        <translation>un nombre était attendu</translation>
    </message>
    <message>
        <source>the number is out of range</source>
        <translation>le nombre est hors limites</translation>
    </message>
    <message>
        <source>a whole number was expected</source>
        <translation>un nombre entier était attendu</translation>
    </message>
    <message>
        <source>true or false was expected</source>
        <translation>true ou false était attendu</translation>
    </message>
    <message>
        <source>a list of texts was expected</source>
        <translation>une liste de textes était attendue</translation>
    </message>
    <message>
        <source>a list was expected</source>
        <translation>une liste était attendue</translation>
    </message>
    <message>
        <source>an object was expected in the list</source>
        <translation>un objet était attendu dans la liste</translation>
    </message>
    <message>
        <source>an object was expected</source>
        <translation>un objet était attendu</translation>
    </message>
    <message>
        <source>%1, value %2: %3</source>
        <translation>%1, valeur %2 : %3</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: this is no valid JSON. Nothing was imported.</source>
        <translation>%1, ligne %2, colonne %3 : ce n’est pas du JSON valide. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: this is no valid JSON. Nothing was read.</source>
        <translation>%1, ligne %2, colonne %3 : ce n’est pas du JSON valide. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>%1: cannot be read as JSON (%2). Nothing was read.</source>
        <translation>%1 : lecture en JSON impossible (%2). Rien n’a été lu.</translation>
    </message>
    <message>
        <source>the folder does not exist</source>
        <translation>le dossier n’existe pas</translation>
    </message>
    <message>
        <source>GDAL lacks the driver %1</source>
        <translation>le pilote %1 manque à GDAL</translation>
    </message>
    <message>
        <source>a spreadsheet holds %1 rows at most</source>
        <translation>un tableur contient %1 lignes au plus</translation>
    </message>
    <message>
        <source>the disk may be full</source>
        <translation>le disque est peut-être plein</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>raison inconnue</translation>
    </message>
    <message>
        <source>%1: this is a folder, a file was expected.</source>
        <translation>%1 : c’est un dossier, un fichier était attendu.</translation>
    </message>
    <message>
        <source>%1: cannot be read (%2).</source>
        <translation>%1 : lecture impossible (%2).</translation>
    </message>
    <message>
        <source>%1: the file is empty. Nothing was imported.</source>
        <translation>%1 : le fichier est vide. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>non importé</translation>
    </message>
    <message>
        <source>Repère CSV</source>
        <translation>CSV de Repère</translation>
    </message>
    <message>
        <source>Repère GeoJSON</source>
        <translation>GeoJSON de Repère</translation>
    </message>
    <message>
        <source>"%1" is no format that can be read; known are %2.</source>
        <translation>« %1 » n’est pas un format lisible ; formats connus : %2.</translation>
    </message>
    <message>
        <source>%1: cannot be written (%2). Nothing was changed.</source>
        <translation>%1 : écriture impossible (%2). Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>manque</translation>
    </message>
    <message>
        <source>must be a text that is not empty</source>
        <translation>doit être un texte non vide</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>doit être une liste</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>doit être un objet</translation>
    </message>
    <message>
        <source>%1, at %2: %3. The vocabulary was not read.</source>
        <translation>%1, à %2 : %3. Le vocabulaire n’a pas été lu.</translation>
    </message>
    <message>
        <source>"%1" is the id of no entry</source>
        <translation>« %1 » n’est l’identifiant d’aucune entrée</translation>
    </message>
    <message>
        <source>must be "%1"</source>
        <translation>doit être « %1 »</translation>
    </message>
    <message>
        <source>the id "%1" is used twice</source>
        <translation>l’identifiant « %1 » est utilisé deux fois</translation>
    </message>
    <message>
        <source>needs two parts at least</source>
        <translation>demande deux parties au moins</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was changed.</source>
        <translation>L’export a été annulé. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>the record is longer than any place can be</source>
        <translation>l’enregistrement est plus long qu’aucun lieu ne peut l’être</translation>
    </message>
    <message>
        <source>0, 0 is a position that nobody gave</source>
        <translation>0, 0 est une position que personne n’a donnée</translation>
    </message>
    <message>
        <source>this is no latitude with a longitude</source>
        <translation>ce n’est pas une latitude avec une longitude</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>this place is not in France</source>
        <translation>ce lieu n’est pas en France</translation>
    </message>
    <message>
        <source>Census of tiers-lieux by the CGET, 2019</source>
        <translation>Recensement des tiers-lieux du CGET, 2019</translation>
    </message>
    <message>
        <source>%1: no list of labs was found, as fablabs.io gives it. Nothing was imported.</source>
        <translation>%1 : aucune liste de labs comme celle de fablabs.io n’a été trouvée. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>a JSON object was expected</source>
        <translation>un objet JSON était attendu</translation>
    </message>
    <message>
        <source>%1: this map gives its places only to those who have a token; it answered "%2". Nothing was imported.</source>
        <translation>%1 : cette carte ne donne ses lieux qu’avec un jeton d’accès ; elle a répondu « %2 ». Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1 places have categories given as numbers, which only the taxonomy of the map explains: these were left aside.</source>
        <translation>Lieux dont les catégories sont des numéros, que seule la taxonomie de la carte explique : %1 ; ces catégories ont été laissées de côté.</translation>
    </message>
    <message>
        <source>the map answered an error</source>
        <translation>la carte a répondu une erreur</translation>
    </message>
    <message>
        <source>the map's moderation refused or removed this entry</source>
        <translation>la modération de la carte a refusé ou retiré cette fiche</translation>
    </message>
    <message>
        <source>GoGoCarto map</source>
        <translation>Carte GoGoCarto</translation>
    </message>
    <message>
        <source>neither a tiers-lieu nor a fablab</source>
        <translation>ni tiers-lieu ni fablab</translation>
    </message>
    <message>
        <source>a postcode stood where the commune belongs</source>
        <translation>un code postal se trouvait à la place de la commune</translation>
    </message>
    <message>
        <source>%1: no list of places was found. Nothing was imported.</source>
        <translation>%1 : aucune liste de lieux n’a été trouvée. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>Places of digital mediation (standard)</source>
        <translation>Lieux de médiation numérique (standard)</translation>
    </message>
    <message>
        <source>%1: the server answered a page instead of places: it was overloaded or refused the question. Ask it again later. Nothing was imported.</source>
        <translation>%1 : le serveur a répondu une page au lieu de lieux : il était surchargé ou a refusé la question. Redemandez plus tard. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: no "elements" were found, as Overpass answers them. Nothing was imported.</source>
        <translation>%1 : aucun « elements » n’a été trouvé, comme Overpass en répond. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>The server says that its answer may be incomplete: %1</source>
        <translation>Le serveur dit que sa réponse peut être incomplète : %1</translation>
    </message>
    <message>
        <source>an element of OpenStreetMap was expected</source>
        <translation>un élément d’OpenStreetMap était attendu</translation>
    </message>
    <message>
        <source>no tag says that this is a place to make or to work</source>
        <translation>aucun attribut ne dit que c’est un lieu où fabriquer ou travailler</translation>
    </message>
    <message>
        <source>OpenStreetMap (Overpass JSON)</source>
        <translation>OpenStreetMap (JSON d’Overpass)</translation>
    </message>
    <message>
        <source>%1, %2, value %3: %4. The profile was not read.</source>
        <translation>%1, %2, valeur %3 : %4. Le profil n’a pas été lu.</translation>
    </message>
    <message>
        <source>a list of columns was expected</source>
        <translation>une liste de colonnes était attendue</translation>
    </message>
    <message>
        <source>a heading with a field or null was expected</source>
        <translation>un intitulé avec un champ ou null était attendu</translation>
    </message>
    <message>
        <source>this is no field; known are %1</source>
        <translation>ce n’est pas un champ ; sont connus %1</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
    <message>
        <source>%1: none of the columns of the mapping is there. Nothing was imported.</source>
        <translation>%1 : aucune des colonnes du profil ne s’y trouve. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>"%1" is no system of coordinates; a code like %2 was expected.</source>
        <translation>« %1 » n’est pas un système de coordonnées ; un code comme %2 était attendu.</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tableau (CSV)</translation>
    </message>
    <message>
        <source>GeoJSON</source>
        <translation>GeoJSON</translation>
    </message>
    <message>
        <source>Spreadsheet, GIS file or database</source>
        <translation>Tableur, fichier SIG ou base de données</translation>
    </message>
    <message>
        <source>%1: no known format was recognised: no table, no JSON of a known publisher, nothing that GDAL opens. Nothing was imported.</source>
        <translation>%1 : aucun format connu n’a été reconnu : ni tableau, ni JSON d’un éditeur connu, ni fichier que GDAL ouvre. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>"%1" is no encoding that can be read.</source>
        <translation>« %1 » n’est pas un encodage lisible.</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Colonne %1</translation>
    </message>
    <message>
        <source>%1: %2 columns are more than a table of places has (%3 at most). Nothing was imported.</source>
        <translation>%1 : %2 colonnes, c’est plus que n’en a un tableau de lieux (%3 au plus). Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: no column could be taken for the names of places. Say which one it is with a mapping. Nothing was imported.</source>
        <translation>%1 : aucune colonne n’a pu être prise pour les noms des lieux. Dites laquelle avec un profil de colonnes. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: left aside</source>
        <translation>%1 : laissée de côté</translation>
    </message>
    <message>
        <source>%1 → %2 (%3)</source>
        <translation>%1 → %2 (%3)</translation>
    </message>
    <message>
        <source>this is no position of the system of coordinates</source>
        <translation>ce n’est pas une position du système de coordonnées</translation>
    </message>
    <message>
        <source>%1: the format "%2" has columns of its own and takes no mapping.</source>
        <translation>%1 : le format « %2 » a ses propres colonnes et n’accepte pas de profil.</translation>
    </message>
    <message>
        <source>%1: there are two files of identities, this one and %2. Nothing was imported.</source>
        <translation>%1 : il y a deux fichiers d’identités, celui-ci et %2. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: these files have answers but no places: the file of identities (%2, with NOM and VILLE) must be read together with them. Nothing was imported.</source>
        <translation>%1 : ces fichiers contiennent des réponses mais aucun lieu : le fichier des identités (%2, avec NOM et VILLE) doit être lu avec eux. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: this is too large for a file of the census. Nothing was imported.</source>
        <translation>%1 : c’est trop grand pour un fichier du recensement. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>the article stands before the name</source>
        <translation>l’article se place devant le nom</translation>
    </message>
    <message>
        <source>a spreadsheet had made a number of it</source>
        <translation>un tableur en avait fait un nombre</translation>
    </message>
    <message>
        <source>Census of tiers-lieux, 2023</source>
        <translation>Recensement des tiers-lieux, 2023</translation>
    </message>
    <message>
        <source>%1: no facility was found, as Open Know-Where describes it. Nothing was imported.</source>
        <translation>%1 : aucun lieu décrit selon Open Know-Where n’a été trouvé. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: no space was found, as SpaceAPI describes it. Nothing was imported.</source>
        <translation>%1 : aucun espace décrit selon SpaceAPI n’a été trouvé. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>%1: the archive would unpack to %2 MB in %3 files, more than places take. Nothing was imported.</source>
        <translation>%1 : l’archive prendrait %2 Mo en %3 fichiers une fois ouverte, plus que des lieux n’en prennent. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: this XML declares entities, which no file of places needs. Nothing was imported.</source>
        <translation>%1 : ce XML déclare des entités, dont aucun fichier de lieux n’a besoin. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: there is no layer in it. Nothing was imported.</source>
        <translation>%1 : aucune couche ne s’y trouve. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: GDAL cannot open this (%2). Nothing was imported.</source>
        <translation>%1 : GDAL ne peut pas ouvrir ceci (%2). Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: there is no layer "%2"; there are %3. Nothing was imported.</source>
        <translation>%1 : il n’y a pas de couche « %2 » ; il y a %3. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: reading stopped after record %2 (%3).</source>
        <translation>%1 : la lecture s’est arrêtée après l’enregistrement %2 (%3).</translation>
    </message>
    <message>
        <source>Of the layers %1, %2 was read.</source>
        <translation>Des couches %1, %2 a été lue.</translation>
    </message>
    <message>
        <source>Personal data are only written when they are asked for expressly. Nothing was written.</source>
        <translation>Les données personnelles ne sont écrites que si on les demande expressément. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>the text holds a NUL character</source>
        <translation>le texte contient un caractère nul</translation>
    </message>
    <message>
        <source>only the address where this space describes itself; import that address</source>
        <translation>seulement l’adresse où cet espace se décrit ; importez cette adresse</translation>
    </message>
    <message>
        <source>This is the directory of SpaceAPI, with addresses and no place. Import the address of a space instead; these may be in France: %1.</source>
        <translation>C’est l’annuaire de SpaceAPI, qui a des adresses et aucun lieu. Importez plutôt l’adresse d’un espace ; ceux-ci sont peut-être en France : %1.</translation>
    </message>
    <message>
        <source>JSON, a list of objects</source>
        <translation>JSON, une liste d’objets</translation>
    </message>
    <message>
        <source>%1: no list of objects was found. Nothing was imported.</source>
        <translation>%1 : aucune liste d’objets n’a été trouvée. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: this is no valid XML of OpenStreetMap. Nothing was imported.</source>
        <translation>%1, ligne %2, colonne %3 : ce n’est pas du XML valide d’OpenStreetMap. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>OpenStreetMap (XML)</source>
        <translation>OpenStreetMap (XML)</translation>
    </message>
    <message>
        <source>%1: this is a web page, not data. Look on it for a file to download (CSV, JSON, GeoJSON, XLSX…) and give that. Nothing was imported.</source>
        <translation>%1 : c’est une page web, pas des données. Cherchez-y un fichier à télécharger (CSV, JSON, GeoJSON, XLSX…) et donnez celui-là. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: this is a PDF, from which no list can be read. Ask its publisher for a table (CSV, XLSX, ODS). Nothing was imported.</source>
        <translation>%1 : c’est un PDF, dont aucune liste ne peut être lue. Demandez un tableau (CSV, XLSX, ODS) à qui le publie. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: this is a packed file in which no list was found. Unpack it and give what is in it. Nothing was imported.</source>
        <translation>%1 : c’est un fichier compressé dans lequel aucune liste n’a été trouvée. Décompressez-le et donnez ce qu’il contient. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1: this is a picture, not data. Nothing was imported.</source>
        <translation>%1 : c’est une image, pas des données. Rien n’a été importé.</translation>
    </message>
</context>
<context>
    <name>ExportCommand</name>
    <message>
        <source>The format of %1 is not known: name it with --format csv|geojson|gpkg|kml|xlsx|ods; nothing was written.</source>
        <translation>Le format de %1 n’est pas connu : indiquez-le avec --format csv|geojson|gpkg|kml|xlsx|ods ; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>%1 of %2 written to %3</source>
        <translation>%1 sur %2 écrits dans %3</translation>
    </message>
    <message>
        <source>Write the places that satisfy a filter to a file</source>
        <translation>Écrire dans un fichier les lieux qui répondent à un filtre</translation>
    </message>
    <message>
        <source>The file; its extension is the format</source>
        <translation>Le fichier ; son extension donne le format</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Form of the CSV</source>
        <translation>Forme du CSV</translation>
    </message>
    <message>
        <source>Keys, separated by commas</source>
        <translation>Clés, séparées par des virgules</translation>
    </message>
    <message>
        <source>Licences: %1</source>
        <translation>Licences : %1</translation>
    </message>
    <message>
        <source>Beware: %1</source>
        <translation>Attention : %1</translation>
    </message>
    <message>
        <source>Write what sources say about persons, too</source>
        <translation>Écrire aussi ce que les sources disent des personnes</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Profil</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Colonnes</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Check all columns</source>
        <translation>Cocher toutes les colonnes</translation>
    </message>
    <message>
        <source>The essential ones</source>
        <translation>L’essentiel</translation>
    </message>
    <message>
        <source>Check only the essential columns</source>
        <translation>Ne cocher que les colonnes essentielles</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Write personal &amp;data, too (names, e-mails and telephones of persons)</source>
        <translation>Écrire aussi les &amp;données personnelles (noms, courriels et téléphones de personnes)</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>unknown</source>
        <translation>non renseigné</translation>
    </message>
    <message>
        <source>Facet</source>
        <translation>Facette</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Count by région, département, type, machine, status, public, service</source>
        <translation>Compter par région, département, type, machine, situation, public, service</translation>
    </message>
</context>
<context>
    <name>Fetch</name>
    <message>
        <source>%1: the server packs in a way that nobody asked for (%2). Nothing was read.</source>
        <translation>%1 : le serveur compresse d’une façon que personne n’a demandée (%2). Rien n’a été lu.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 ne peut être écrit : %2.</translation>
    </message>
    <message>
        <source>%1: the server sent nothing. Nothing was read.</source>
        <translation>%1 : le serveur n’a rien envoyé. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>%1: the server sent a page for people instead of data: it may be overloaded, or ask who you are. Nothing was read.</source>
        <translation>%1 : le serveur a envoyé une page à lire au lieu de données : il est peut-être surchargé, ou demande qui vous êtes. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>%1: the file is larger than %2. Nothing was read.</source>
        <translation>%1 : le fichier dépasse %2. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Le dossier %1 ne peut être créé.</translation>
    </message>
    <message>
        <source>%1 is being fetched by another Repère already.</source>
        <translation>%1 est déjà en cours de téléchargement par un autre Repère.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>centre of the commune</source>
        <translation>centre de la commune</translation>
    </message>
    <message>
        <source>approximate</source>
        <translation>approximative</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exacte</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>typed by hand</source>
        <translation>saisi à la main</translation>
    </message>
    <message>
        <source>origin not recorded</source>
        <translation>origine non notée</translation>
    </message>
    <message>
        <source>Address, second line</source>
        <translation>Adresse, deuxième ligne</translation>
    </message>
    <message>
        <source>Latitude and longitude in one</source>
        <translation>Latitude et longitude ensemble</translation>
    </message>
    <message>
        <source>X in metres</source>
        <translation>X en mètres</translation>
    </message>
    <message>
        <source>Y in metres</source>
        <translation>Y en mètres</translation>
    </message>
    <message>
        <source>Number in the source</source>
        <translation>Numéro dans la source</translation>
    </message>
    <message>
        <source>Page in the source</source>
        <translation>Page dans la source</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>Nom d’une personne</translation>
    </message>
    <message>
        <source>E-mail of a person</source>
        <translation>Courriel d’une personne</translation>
    </message>
    <message>
        <source>Phone of a person</source>
        <translation>Téléphone d’une personne</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Machine of the heading, where ticked</source>
        <translation>Machine de l’intitulé, si coché</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>The former directory is kept as %1</source>
        <translation>L’ancien annuaire est conservé sous %1</translation>
    </message>
    <message>
        <source>The file is whole.</source>
        <translation>Le fichier est intact.</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) on the data.</source>
        <translation>
            <numerusform>%n remarque sur les données.</numerusform>
            <numerusform>%n remarques sur les données.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make an empty directory file</source>
        <translation>Créer un annuaire vide</translation>
    </message>
    <message>
        <source>The file, which must not exist</source>
        <translation>Le fichier, qui ne doit pas exister</translation>
    </message>
    <message>
        <source>With the places of the starter directory</source>
        <translation>Avec les lieux de l’annuaire de départ</translation>
    </message>
    <message>
        <source>Write a whole copy of the directory</source>
        <translation>Écrire une copie complète de l’annuaire</translation>
    </message>
    <message>
        <source>The copy</source>
        <translation>La copie</translation>
    </message>
    <message>
        <source>Put a copy in the place of the directory; the former is kept</source>
        <translation>Mettre une copie à la place de l’annuaire ; l’ancien est conservé</translation>
    </message>
    <message>
        <source>Integrity of the file, quality of the data</source>
        <translation>Intégrité du fichier, qualité des données</translation>
    </message>
    <message>
        <source>%1 was not there, a new one was begun. There are copies of the former one: repere-cli restore --list</source>
        <translation>%1 n’était plus là, un nouveau est commencé. Il y a des copies de l’ancien : repere-cli restore --list</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>There is no automatic copy of %1.</source>
        <translation>Il n’y a pas de copie automatique de %1.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Faite le</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copie</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) could be read.</source>
        <translation>
            <numerusform>%n lieu a pu être lu.</numerusform>
            <numerusform>%n lieux ont pu être lus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are lost.</source>
        <translation>
            <numerusform>%n lieu est perdu.</numerusform>
            <numerusform>%n lieux sont perdus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of the file could not be read.</source>
        <translation>Des parties du fichier n’ont pas pu être lues.</translation>
    </message>
    <message>
        <source>restore needs one of: FILE, --list, --newest, --salvage. Nothing was done.</source>
        <translation>restore demande l’un de : FICHIER, --list, --newest, --salvage. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>There is no automatic copy of %1; nothing was restored.</source>
        <translation>Il n’y a pas de copie automatique de %1 ; rien n’a été restauré.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Le fichier est endommagé.</translation>
    </message>
    <message>
        <source>repere-cli restore --list shows its automatic copies, --newest puts the newest in its place; restore --salvage keeps what can be read of it.</source>
        <translation>repere-cli restore --list montre ses copies automatiques, --newest remet la plus récente à sa place ; restore --salvage garde ce qui peut en être lu.</translation>
    </message>
    <message>
        <source>repere-cli restore FILE puts a copy in its place; restore --salvage keeps what can be read of it.</source>
        <translation>repere-cli restore FICHIER met une copie à sa place ; restore --salvage garde ce qui peut en être lu.</translation>
    </message>
    <message>
        <source>Show the automatic copies</source>
        <translation>Montrer les copies automatiques</translation>
    </message>
    <message>
        <source>Take the newest automatic copy</source>
        <translation>Prendre la copie automatique la plus récente</translation>
    </message>
    <message>
        <source>Take what can be read of the damaged directory</source>
        <translation>Prendre ce qui peut être lu de l’annuaire endommagé</translation>
    </message>
</context>
<context>
    <name>FilterOptions</name>
    <message>
        <source>Words over names, towns, machines and services</source>
        <translation>Mots cherchés dans les noms, villes, machines et services</translation>
    </message>
    <message>
        <source>Name or INSEE code of a région</source>
        <translation>Nom ou code INSEE d’une région</translation>
    </message>
    <message>
        <source>Name or INSEE code of a département</source>
        <translation>Nom ou code INSEE d’un département</translation>
    </message>
    <message>
        <source>Name, postcode or INSEE code of a commune</source>
        <translation>Nom, code postal ou code INSEE d’une commune</translation>
    </message>
    <message>
        <source>Type of place</source>
        <translation>Type de lieu</translation>
    </message>
    <message>
        <source>Machine; several: all of them</source>
        <translation>Machine ; plusieurs : toutes</translation>
    </message>
    <message>
        <source>Machine that must not be there</source>
        <translation>Machine qui ne doit pas s’y trouver</translation>
    </message>
    <message>
        <source>Any of the machines instead of all of them</source>
        <translation>L’une des machines au lieu de toutes</translation>
    </message>
    <message>
        <source>Situation: embryo, planned, open, dormant, closed, unknown</source>
        <translation>Situation : embryo, planned, open, dormant, closed, unknown</translation>
    </message>
    <message>
        <source>Public welcomed</source>
        <translation>Public accueilli</translation>
    </message>
    <message>
        <source>Service offered</source>
        <translation>Service proposé</translation>
    </message>
    <message>
        <source>Place or LAT,LON</source>
        <translation>Lieu ou LAT,LON</translation>
    </message>
    <message>
        <source>Kilometres from --near</source>
        <translation>Kilomètres autour de --near</translation>
    </message>
    <message>
        <source>W,S,E,N in degrees</source>
        <translation>O,S,E,N en degrés</translation>
    </message>
    <message>
        <source>Only information newer than this year</source>
        <translation>Seulement les informations plus récentes que cette année</translation>
    </message>
</context>
<context>
    <name>FilterWordsText</name>
    <message>
        <source>postcode</source>
        <translation>code postal</translation>
    </message>
    <message>
        <source>%1 "%2" is not known; the filter was not applied. Known: %3, unknown.</source>
        <translation>%1 « %2 » n’est pas connu ; le filtre n’a pas été appliqué. Valeurs connues : %3, unknown.</translation>
    </message>
    <message>
        <source>%1 "%2" is neither a name nor an INSEE code; the filter was not applied.</source>
        <translation>%1 « %2 » n’est ni un nom ni un code INSEE ; le filtre n’a pas été appliqué.</translation>
    </message>
    <message>
        <source>"%1" is no position: latitude is between -90 and 90, longitude between -180 and 180.</source>
        <translation>« %1 » n’est pas une position : la latitude va de -90 à 90, la longitude de -180 à 180.</translation>
    </message>
    <message>
        <source>No commune or postcode is called "%1".</source>
        <translation>Aucune commune, aucun code postal ne répond à « %1 ».</translation>
    </message>
    <message>
        <source>"%1" may be: %2. Add the département, as in "%3".</source>
        <translation>« %1 » peut être : %2. Ajoutez le département, comme dans « %3 ».</translation>
    </message>
    <message>
        <source>"%1" was taken as %2; also: %3.</source>
        <translation>« %1 » a été compris comme %2 ; il y a aussi : %3.</translation>
    </message>
    <message>
        <source>--within %1: a distance in kilometres greater than 0 is needed.</source>
        <translation>--within %1 : il faut une distance en kilomètres supérieure à 0.</translation>
    </message>
    <message>
        <source>--within needs --near PLACE.</source>
        <translation>--within demande --near LIEU.</translation>
    </message>
    <message>
        <source>--bbox "%1": four numbers W,S,E,N with W ≤ E and S ≤ N are needed.</source>
        <translation>--bbox « %1 » : il faut quatre nombres O,S,E,N avec O ≤ E et S ≤ N.</translation>
    </message>
</context>
<context>
    <name>Gazetteer</name>
    <message>
        <source>%1 cannot be read (%2): the places of France are missing.</source>
        <translation>%1 ne peut pas être lu (%2) : les lieux de France manquent.</translation>
    </message>
    <message>
        <source>%1, line 1: no column “%2”. The places of France cannot be loaded.</source>
        <translation>%1, ligne 1 : pas de colonne « %2 ». Les lieux de France ne peuvent pas être chargés.</translation>
    </message>
    <message>
        <source>%1 cells instead of %2</source>
        <translation>%1 cellules au lieu de %2</translation>
    </message>
    <message>
        <source>column “%1”: “%2” is not a number</source>
        <translation>colonne « %1 » : « %2 » n’est pas un nombre</translation>
    </message>
    <message>
        <source>%1, line %2: %3. The places of France cannot be loaded.</source>
        <translation>%1, ligne %2 : %3. Les lieux de France ne peuvent pas être chargés.</translation>
    </message>
</context>
<context>
    <name>GeocodeDialog</name>
    <message>
        <source>Find addresses online</source>
        <translation>Chercher des adresses en ligne</translation>
    </message>
    <message>
        <source>&amp;Which places</source>
        <translation>&amp;Quels lieux</translation>
    </message>
    <message>
        <source>Places and what the geocoder says of them</source>
        <translation>Lieux, et ce que le géocodeur en dit</translation>
    </message>
    <message>
        <source>Tick all the answers</source>
        <translation>Cocher toutes les réponses</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Geocoder</name>
    <message>
        <source>%1 sends more than is asked for.</source>
        <translation>%1 envoie plus que demandé.</translation>
    </message>
    <message>
        <source>%1: the answer of the geocoder is not understood.</source>
        <translation>%1 : la réponse du géocodeur n’est pas comprise.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 ne peut être écrit.</translation>
    </message>
</context>
<context>
    <name>GroundConsent</name>
    <message>
        <source>Connect to an online map</source>
        <translation>Se connecter à une carte en ligne</translation>
    </message>
    <message>
        <source>It learns the address of your computer on the Internet, the time, and which parts of the map you look at. Nothing of your directory is sent: no search, no filter, no place.</source>
        <translation>Ce service apprend l’adresse de votre ordinateur sur Internet, l’heure et les parties de la carte que vous regardez. Rien de votre annuaire ne lui est envoyé : ni recherche, ni filtre, ni lieu.</translation>
    </message>
    <message>
        <source>What comes is kept on this computer for seven days at least, and not asked for again. You can come back at any time: Map, Ground.</source>
        <translation>Ce qui arrive est gardé sur cet ordinateur au moins sept jours, sans être redemandé. Vous pouvez revenir en arrière à tout moment : Carte, Fond de carte.</translation>
    </message>
    <message>
        <source>Conditions of use</source>
        <translation>Conditions d’utilisation</translation>
    </message>
</context>
<context>
    <name>Gunzip</name>
    <message>
        <source>%1: the packed file is damaged or cut off.</source>
        <translation>%1 : le fichier compressé est abîmé ou coupé.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was read.</source>
        <translation>Arrêté. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>%1: the file is larger than %2 when it is unpacked.</source>
        <translation>%1 : le fichier dépasse %2 une fois décompressé.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 ne peut être écrit : %2.</translation>
    </message>
    <message>
        <source>%1: cannot be opened (%2).</source>
        <translation>%1 : ne peut être ouvert (%2).</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>%1 (undone)</source>
        <translation>%1 (annulé)</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Annulé : %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Rétabli : %1</translation>
    </message>
    <message>
        <source>Take back the last changes</source>
        <translation>Annuler les derniers changements</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>Refaire ce qui a été annulé</translation>
    </message>
    <message>
        <source>The changes of the directory, newest first</source>
        <translation>Les changements de l’annuaire, du plus récent au plus ancien</translation>
    </message>
    <message>
        <source>How many at most; 0 = all</source>
        <translation>Combien au plus ; 0 = tous</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Changes, newest first</source>
        <translation>Changements, du plus récent au plus ancien</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>%1: the server does not let everybody in (%2). Nothing was read.</source>
        <translation>%1 : le serveur ne laisse pas entrer tout le monde (%2). Rien n’a été lu.</translation>
    </message>
    <message>
        <source>%1: the server knows no such address (%2). Nothing was read.</source>
        <translation>%1 : le serveur ne connaît pas cette adresse (%2). Rien n’a été lu.</translation>
    </message>
    <message>
        <source>%1: the server was asked too often (429). Try again later.</source>
        <translation>%1 : le serveur a été trop sollicité (429). Réessayez plus tard.</translation>
    </message>
    <message>
        <source>%1: the server answers with error %2. Nothing was read.</source>
        <translation>%1 : le serveur répond par l’erreur %2. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>“%1” is no address that can be read: it begins with https://.</source>
        <translation>« %1 » n’est pas une adresse lisible : elle commence par https://.</translation>
    </message>
    <message>
        <source>%1: an address with a name or a password in it is not asked.</source>
        <translation>%1 : une adresse qui porte un nom ou un mot de passe n’est pas interrogée.</translation>
    </message>
    <message>
        <source>%1: an address that is not encrypted (http://) is only asked on this computer. Try https://.</source>
        <translation>%1 : une adresse non chiffrée (http://) n’est interrogée que sur cet ordinateur. Essayez https://.</translation>
    </message>
    <message>
        <source>%1: the server contradicts itself. Nothing was read.</source>
        <translation>%1 : le serveur se contredit. Rien n’a été lu.</translation>
    </message>
    <message numerus="yes">
        <source>It asks to come back in %n minute(s).</source>
        <translation>
            <numerusform>Il demande de revenir dans %n minute.</numerusform>
            <numerusform>Il demande de revenir dans %n minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was read.</source>
        <translation>Arrêté. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>%1: sends from one address to the next without end. Nothing was read.</source>
        <translation>%1 : renvoie d’une adresse à l’autre sans fin. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>%1: sends to %2, where Repère does not go. Nothing was read.</source>
        <translation>%1 : renvoie à %2, où Repère ne va pas. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>it says nothing</source>
        <translation>il ne dit rien</translation>
    </message>
    <message>
        <source>%1: the server cannot be read: %2. Nothing was read.</source>
        <translation>%1 : le serveur ne peut être lu : %2. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>%1: the server broke off. Nothing was read.</source>
        <translation>%1 : le serveur s’est interrompu. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>%1: the certificate of this server is not trusted (%2), so that anybody might be answering. Nothing was read.</source>
        <translation>%1 : le certificat de ce serveur n’est pas reconnu (%2) ; n’importe qui pourrait répondre à sa place. Rien n’a été lu.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>The import was cancelled; nothing was changed.</source>
        <translation>L’import a été annulé ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>non importé</translation>
    </message>
    <message>
        <source>the same uid as line %1</source>
        <translation>le même uid qu’à la ligne %1</translation>
    </message>
    <message>
        <source>word not in the vocabulary</source>
        <translation>mot absent du vocabulaire</translation>
    </message>
    <message>
        <source>%1: "%2" is not in the vocabulary; nothing was changed.</source>
        <translation>%1 : « %2 » n’est pas dans le vocabulaire ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>left out by hand</source>
        <translation>écarté à la main</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>pas de nom</translation>
    </message>
    <message>
        <source>the same id as the record of line %1</source>
        <translation>le même identifiant que la fiche de la ligne %1</translation>
    </message>
    <message>
        <source>%1: %2 of %3 places that the directory has from it are not in this list. It may be an extract, so none was flagged as gone.</source>
        <translation>%1 : sur %3 lieux que l’annuaire tient de cette source, %2 ne sont pas dans cette liste. Elle peut être un extrait : aucun n’a été marqué comme disparu.</translation>
    </message>
    <message>
        <source>the file has the same name twice in one commune</source>
        <translation>le fichier a deux fois le même nom dans une commune</translation>
    </message>
    <message>
        <source>%1 has another record of that place</source>
        <translation>%1 a une autre fiche pour ce lieu</translation>
    </message>
</context>
<context>
    <name>ImportColumnsPage</name>
    <message>
        <source>&amp;Load a profile…</source>
        <translation>&amp;Charger un profil…</translation>
    </message>
    <message>
        <source>&amp;Save as a profile…</source>
        <translation>&amp;Enregistrer comme profil…</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Colonnes du tableau</translation>
    </message>
    <message>
        <source>The &amp;first line holds headings</source>
        <translation>La première &amp;ligne porte les titres</translation>
    </message>
    <message>
        <source>&amp;Name of the source</source>
        <translation>&amp;Nom de la source</translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation>Nom de la source</translation>
    </message>
    <message>
        <source>L&amp;icence</source>
        <translation>L&amp;icence</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non indiquée</translation>
    </message>
    <message>
        <source>The first places, read so</source>
        <translation>Les premiers lieux, lus ainsi</translation>
    </message>
    <message>
        <source>The first places</source>
        <translation>Les premiers lieux</translation>
    </message>
</context>
<context>
    <name>ImportCommand</name>
    <message>
        <source>The report %1 cannot be written: %2.</source>
        <translation>Le rapport %1 ne peut pas être écrit : %2.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lus</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveaux</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Fusionnés</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Inchangés</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Douteux</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejetés</translation>
    </message>
    <message>
        <source>Dry run: nothing was changed.</source>
        <translation>Essai à blanc : rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3, value "%4": %5; %6</source>
        <translation>%1, ligne %2, colonne %3, valeur « %4 » : %5 ; %6</translation>
    </message>
    <message>
        <source>Format, when the content is not recognised</source>
        <translation>Format, quand le contenu n’est pas reconnu</translation>
    </message>
    <message>
        <source>Say what would happen, change nothing</source>
        <translation>Dire ce qui se passerait, ne rien changer</translation>
    </message>
    <message>
        <source>waits for a decision</source>
        <translation>attend une décision</translation>
    </message>
    <message>
        <source>proposed: %1</source>
        <translation>proposé : %1</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>écarté</translation>
    </message>
    <message>
        <source>repaired: %1</source>
        <translation>corrigé : %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) repaired; --report FILE.csv lists them.</source>
        <translation>
            <numerusform>%Ln valeur corrigée ; --report FICHIER.csv en donne la liste.</numerusform>
            <numerusform>%Ln valeurs corrigées ; --report FICHIER.csv en donne la liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repair(s) proposed, not done.</source>
        <translation>
            <numerusform>%Ln correction proposée, non faite.</numerusform>
            <numerusform>%Ln corrections proposées, non faites.</numerusform>
        </translation>
    </message>
    <message>
        <source>The doubtful ones wait: repere-cli duplicates.</source>
        <translation>Les lieux douteux attendent : repere-cli duplicates.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) gone from the source's list: flagged, not removed.</source>
        <translation>
            <numerusform>%Ln lieu disparu de la liste de la source : signalé, non supprimé.</numerusform>
            <numerusform>%Ln lieux disparus de la liste de la source : signalés, non supprimés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) about persons left out (--keep-personal takes them).</source>
        <translation>
            <numerusform>%Ln donnée personnelle écartée (--keep-personal la garde).</numerusform>
            <numerusform>%Ln données personnelles écartées (--keep-personal les garde).</numerusform>
        </translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>entrée standard</translation>
    </message>
    <message>
        <source>Standard input cannot be read; nothing was imported.</source>
        <translation>L’entrée standard ne peut pas être lue ; rien n’a été importé.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 ne peut pas être écrit : %2.</translation>
    </message>
    <message>
        <source>%1: unchanged since it was last fetched.</source>
        <translation>%1 : inchangé depuis le dernier téléchargement.</translation>
    </message>
    <message>
        <source>Read places from files, standard input (-) or addresses</source>
        <translation>Lit des lieux dans des fichiers, l’entrée standard (-) ou des adresses</translation>
    </message>
    <message>
        <source>Files or addresses</source>
        <translation>Fichiers ou adresses</translation>
    </message>
    <message>
        <source>Profile that says what the columns of a table are</source>
        <translation>Profil qui dit ce que sont les colonnes d’un tableau</translation>
    </message>
    <message>
        <source>No whole list: what is not in it is not gone</source>
        <translation>Liste partielle : ce qui n’y est pas n’a pas disparu</translation>
    </message>
    <message>
        <source>Take what the sources say about persons, too</source>
        <translation>Garde aussi ce que les sources disent des personnes</translation>
    </message>
    <message>
        <source>CSV of what was rejected, waits or was repaired, and why</source>
        <translation>CSV de ce qui a été rejeté, attend ou a été corrigé, et pourquoi</translation>
    </message>
    <message>
        <source>may be “%1” (likeness %2): %3</source>
        <translation>peut-être « %1 » (ressemblance %2) : %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) not in the list, but not flagged as gone: it may be an extract. --complete says that it is the whole list.</source>
        <translation>
            <numerusform>%Ln lieu absent de la liste, mais pas marqué comme disparu : elle peut être un extrait. --complete dit que c’est la liste entière.</numerusform>
            <numerusform>%Ln lieux absents de la liste, mais pas marqués comme disparus : elle peut être un extrait. --complete dit que c’est la liste entière.</numerusform>
        </translation>
    </message>
    <message>
        <source>A whole list, even if it lacks most places or does not say what it holds: what is not in it is gone</source>
        <translation>Une liste entière, même si la plupart des lieux y manquent ou si elle ne dit pas ce qu’elle contient : ce qui n’y est pas a disparu</translation>
    </message>
    <message>
        <source>no longer in the list of %1</source>
        <translation>n’est plus dans la liste de %1</translation>
    </message>
    <message>
        <source>flagged as gone since %1</source>
        <translation>signalé comme disparu depuis %1</translation>
    </message>
    <message>
        <source>not flagged: it may be an extract</source>
        <translation>pas signalé : ce peut être un extrait</translation>
    </message>
    <message numerus="yes">
        <source> and %Ln more (--report FILE.csv lists them)</source>
        <translation>
            <numerusform> et %Ln autre (--report FICHIER.csv les énumère)</numerusform>
            <numerusform> et %Ln autres (--report FICHIER.csv les énumère)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import places</source>
        <translation>Importer des lieux</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ImportPreviewPage</name>
    <message>
        <source>Search a name</source>
        <translation>Chercher un nom</translation>
    </message>
    <message>
        <source>Records of the import</source>
        <translation>Enregistrements de l’import</translation>
    </message>
    <message>
        <source>Tick all that is shown</source>
        <translation>Cocher tout ce qui est affiché</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Tout décocher</translation>
    </message>
</context>
<context>
    <name>ImportSourcePage</name>
    <message>
        <source>Files to import</source>
        <translation>Fichiers à importer</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>Reconnu comme</translation>
    </message>
    <message>
        <source>&amp;Choose files…</source>
        <translation>Choisir des &amp;fichiers…</translation>
    </message>
    <message>
        <source>Take &amp;away</source>
        <translation>&amp;Enlever</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>Address of a file</source>
        <translation>Adresse d’un fichier</translation>
    </message>
    <message>
        <source>F&amp;etch</source>
        <translation>Téléc&amp;harger</translation>
    </message>
    <message>
        <source>&amp;Open data, fetched when you ask for it</source>
        <translation>&amp;Données ouvertes, téléchargées seulement à votre demande</translation>
    </message>
    <message>
        <source>Open data sets</source>
        <translation>Jeux de données ouvertes</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Jeu de données</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Fetch this data &amp;set</source>
        <translation>Télécharger ce &amp;jeu</translation>
    </message>
    <message>
        <source>Keep &amp;personal data (names, e-mails and phones of persons)</source>
        <translation>Garder les données &amp;personnelles (noms, courriels et téléphones de personnes)</translation>
    </message>
    <message>
        <source>Partial &amp;list: a place that is not in it has not gone</source>
        <translation>&amp;Liste partielle : un lieu qui n’y est pas n’a pas disparu</translation>
    </message>
    <message>
        <source>W&amp;hole list of its source: a place that is not in it has gone</source>
        <translation>Liste en&amp;tière de sa source : un lieu qui n’y est pas a disparu</translation>
    </message>
    <message>
        <source>With neither box ticked, what is not in a list is flagged as gone when the list has at least half of what the directory had from its source.</source>
        <translation>Si aucune des deux cases n’est cochée, ce qui manque dans une liste est signalé comme disparu quand elle contient au moins la moitié de ce que l’annuaire tenait de sa source.</translation>
    </message>
</context>
<context>
    <name>ImportSources</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 ne peut pas être écrit : %2.</translation>
    </message>
</context>
<context>
    <name>JumpBar</name>
    <message>
        <source>Go to: %1</source>
        <translation>Aller à : %1</translation>
    </message>
</context>
<context>
    <name>Knowledge</name>
    <message>
        <source>The data folder of Repère was not found: set REPERE_DATA to the folder that holds vocabulary and geography.</source>
        <translation>Le dossier de données de Repère est introuvable : donnez à REPERE_DATA le dossier qui contient vocabulary et geography.</translation>
    </message>
</context>
<context>
    <name>LayerLegend</name>
    <message>
        <source>%1: %2. Choose them</source>
        <translation>%1 : %2. Les choisir</translation>
    </message>
    <message>
        <source>Choose these territories</source>
        <translation>Choisir ces territoires</translation>
    </message>
    <message>
        <source>Show the places, too</source>
        <translation>Montrer aussi les lieux</translation>
    </message>
    <message>
        <source>Shrink the legend</source>
        <translation>Réduire la légende</translation>
    </message>
    <message>
        <source>Show the words of the legend</source>
        <translation>Déplier la légende</translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Territories</source>
        <translation>Territoires</translation>
    </message>
    <message>
        <source>Uncovered areas</source>
        <translation>Zones non couvertes</translation>
    </message>
    <message>
        <source>Layer of the map: %1</source>
        <translation>Couche de la carte : %1</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>&amp;Layer</source>
        <translation>Couc&amp;he</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>Pa&amp;r</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>Compar&amp;er</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>Nombre de classes</translation>
    </message>
    <message>
        <source>B&amp;ounds</source>
        <translation>&amp;Bornes</translation>
    </message>
    <message>
        <source>Fa&amp;rther than</source>
        <translation>À pl&amp;us de</translation>
    </message>
    <message>
        <source>Figures of the layer</source>
        <translation>Chiffres de la couche</translation>
    </message>
    <message>
        <source>E&amp;xport the table…</source>
        <translation>E&amp;xporter le tableau…</translation>
    </message>
    <message>
        <source>Mach&amp;ine</source>
        <translation>Machi&amp;ne</translation>
    </message>
    <message>
        <source>Cla&amp;sses</source>
        <translation>C&amp;lasses</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Shrink the legend</source>
        <translation>Réduire la légende</translation>
    </message>
    <message>
        <source>Show the words of the legend</source>
        <translation>Déplier la légende</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 et %2 autres</translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation>licence non indiquée</translation>
    </message>
    <message>
        <source>No licence is stated by %1: for your own use, not to be published again.</source>
        <translation>Aucune licence n’est indiquée par %1 : pour votre usage, pas pour être republié.</translation>
    </message>
    <message>
        <source>The licence of %1 does not allow every use: read it before you publish.</source>
        <translation>La licence de %1 ne permet pas tout usage : lisez-la avant de publier.</translation>
    </message>
    <message>
        <source>Repère does not know the licence of %1: read it before you publish.</source>
        <translation>Repère ne connaît pas la licence de %1 : lisez-la avant de publier.</translation>
    </message>
    <message>
        <source>ODbL (%1) and CC BY-SA (%2) both want the whole under their own terms: they cannot be published in one file.</source>
        <translation>L’ODbL (%1) et la CC BY-SA (%2) veulent chacune l’ensemble sous leurs propres termes : impossible de les publier dans un même fichier.</translation>
    </message>
    <message>
        <source>Because of %1, this file may only be published under ODbL, naming every source.</source>
        <translation>À cause de %1, ce fichier ne peut être publié que sous ODbL, en nommant chaque source.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Usage</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONS</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>COMMANDE</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <translation>OBLIGATOIRE</translation>
    </message>
    <message>
        <source>Print this help and leave</source>
        <translation>Écrire cette aide et quitter</translation>
    </message>
    <message>
        <source>Repère: the directory of French ateliers</source>
        <translation>Repère : l’annuaire des ateliers de France</translation>
    </message>
    <message>
        <source>Print the version and leave</source>
        <translation>Écrire la version et quitter</translation>
    </message>
    <message>
        <source>The directory file</source>
        <translation>Le fichier de l’annuaire</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXTE</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
</context>
<context>
    <name>MapButtons</name>
    <message>
        <source>Zoom in</source>
        <translation>Zoomer</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Zoomer (+)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Dézoomer</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Dézoomer (−)</translation>
    </message>
    <message>
        <source>Show all results</source>
        <translation>Montrer tous les résultats</translation>
    </message>
    <message>
        <source>Show all results (0)</source>
        <translation>Montrer tous les résultats (0)</translation>
    </message>
</context>
<context>
    <name>MapPainter</name>
    <message>
        <source>The base map %1 cannot be read.</source>
        <translation>Le fond de carte %1 est illisible.</translation>
    </message>
    <message>
        <source>The base map %1 is missing.</source>
        <translation>Le fond de carte %1 est absent.</translation>
    </message>
    <message>
        <source>The base map %1 has no layer “%2”.</source>
        <translation>Le fond de carte %1 n’a pas de couche « %2 ».</translation>
    </message>
    <message>
        <source>The credits of the map, %1, are missing.</source>
        <translation>Les crédits de la carte, %1, sont absents.</translation>
    </message>
    <message>
        <source>The credits of the map, %1, name nobody.</source>
        <translation>Les crédits de la carte, %1, ne nomment personne.</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the results</source>
        <translation>Carte des résultats</translation>
    </message>
    <message>
        <source>Arrow keys go from place to place, Enter opens, plus and minus zoom</source>
        <translation>Les flèches vont d’un lieu à l’autre, Entrée ouvre, plus et moins zooment</translation>
    </message>
</context>
<context>
    <name>Match</name>
    <message>
        <source>The search for duplicates was cancelled.</source>
        <translation>La recherche des doublons a été annulée.</translation>
    </message>
    <message>
        <source>at the same spot</source>
        <translation>au même endroit</translation>
    </message>
    <message>
        <source>%1 m apart</source>
        <translation>à %1 m</translation>
    </message>
    <message>
        <source>%1 km apart</source>
        <translation>à %1 km</translation>
    </message>
    <message>
        <source>the same record</source>
        <translation>la même fiche</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>même nom</translation>
    </message>
    <message>
        <source>similar name</source>
        <translation>nom semblable</translation>
    </message>
    <message>
        <source>other name</source>
        <translation>autre nom</translation>
    </message>
    <message>
        <source>same commune</source>
        <translation>même commune</translation>
    </message>
    <message>
        <source>another commune of the same département</source>
        <translation>autre commune du même département</translation>
    </message>
    <message>
        <source>another département</source>
        <translation>autre département</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>même adresse</translation>
    </message>
    <message>
        <source>similar address</source>
        <translation>adresse semblable</translation>
    </message>
    <message>
        <source>other address</source>
        <translation>autre adresse</translation>
    </message>
    <message>
        <source>same telephone number</source>
        <translation>même téléphone</translation>
    </message>
    <message>
        <source>another telephone number</source>
        <translation>autre téléphone</translation>
    </message>
    <message>
        <source>same website</source>
        <translation>même site</translation>
    </message>
    <message>
        <source>websites of one publisher</source>
        <translation>sites d’un même éditeur</translation>
    </message>
    <message>
        <source>another website</source>
        <translation>autre site</translation>
    </message>
    <message>
        <source>same type</source>
        <translation>même type</translation>
    </message>
    <message>
        <source>another type</source>
        <translation>autre type</translation>
    </message>
</context>
<context>
    <name>OriginsDialog</name>
    <message>
        <source>All values known, field by field</source>
        <translation>Toutes les valeurs connues, champ par champ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>Form of the answer</source>
        <translation>Forme de la réponse</translation>
    </message>
</context>
<context>
    <name>PlaceChooser</name>
    <message>
        <source>Places at this spot</source>
        <translation>Lieux à cet endroit</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>"%1": LAT,LON is needed.</source>
        <translation>« %1 » : il faut LAT,LON.</translation>
    </message>
    <message>
        <source>unknown commune</source>
        <translation>commune inconnue</translation>
    </message>
    <message>
        <source> (nearest coast or border)</source>
        <translation> (côte ou frontière la plus proche)</translation>
    </message>
    <message>
        <source>%1 is not in France.</source>
        <translation>%1 n’est pas en France.</translation>
    </message>
    <message>
        <source> (approximate)</source>
        <translation> (approximatif)</translation>
    </message>
    <message>
        <source>Form of the answer</source>
        <translation>Forme de la réponse</translation>
    </message>
    <message>
        <source>Commune, département and région of a position</source>
        <translation>Commune, département et région d’une position</translation>
    </message>
    <message>
        <source>LAT,LON</source>
        <translation>LAT,LON</translation>
    </message>
    <message>
        <source>Murat (15), 15300, 15138…</source>
        <translation>Murat (15), 15300, 15138…</translation>
    </message>
    <message>
        <source>Asking %1.</source>
        <translation>Question posée à %1.</translation>
    </message>
    <message>
        <source>The geocoder knows no place for "%1".</source>
        <translation>Le géocodeur ne connaît aucun lieu pour « %1 ».</translation>
    </message>
    <message>
        <source> (fits by %1 %)</source>
        <translation> (correspond à %1 %)</translation>
    </message>
    <message>
        <source>Position of a commune or postcode, or of an address with --online</source>
        <translation>Position d’une commune ou d’un code postal, ou d’une adresse avec --online</translation>
    </message>
    <message>
        <source>Ask the national geocoder (data.geopf.fr), which learns the words</source>
        <translation>Interroger le géocodeur national (data.geopf.fr), qui apprend les mots cherchés</translation>
    </message>
</context>
<context>
    <name>Poster</name>
    <message>
        <source>The poster %1 was not written: at %2 dpi it would need %3 MB of memory. Take a lower resolution, or PDF, which is sharp at any size.</source>
        <translation>L’affiche %1 n’a pas été écrite : à %2 ppp il lui faudrait %3 Mo de mémoire. Prenez une résolution plus basse, ou le PDF, net à toute taille.</translation>
    </message>
    <message>
        <source>The poster %1 was not written: stopped.</source>
        <translation>L’affiche %1 n’a pas été écrite : arrêtée.</translation>
    </message>
    <message>
        <source>The poster %1 was not written: there is not enough memory to paint it.</source>
        <translation>L’affiche %1 n’a pas été écrite : la mémoire ne suffit pas pour la peindre.</translation>
    </message>
</context>
<context>
    <name>PosterDialog</name>
    <message>
        <source>Poster</source>
        <translation>Affiche</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>&amp;Area</source>
        <translation>&amp;Étendue</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Étendue</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Orientation</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
</context>
<context>
    <name>QProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover a directory</source>
        <translation>Récupérer un annuaire</translation>
    </message>
    <message>
        <source>What is damaged</source>
        <translation>Ce qui est endommagé</translation>
    </message>
    <message>
        <source>The file is being looked at…</source>
        <translation>Le fichier est examiné…</translation>
    </message>
    <message>
        <source>Automatic c&amp;opies, newest first</source>
        <translation>C&amp;opies automatiques, la plus récente d’abord</translation>
    </message>
    <message>
        <source>Automatic copies, newest first</source>
        <translation>Copies automatiques, la plus récente d’abord</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Faite le</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>There is no automatic copy of this file yet.</source>
        <translation>Il n’y a pas encore de copie automatique de ce fichier.</translation>
    </message>
    <message>
        <source>What can still be read is being counted…</source>
        <translation>Ce qui peut encore être lu est en train d’être compté…</translation>
    </message>
</context>
<context>
    <name>Repair</name>
    <message>
        <source>UTF-8 that was read in another encoding</source>
        <translation>de l’UTF-8 lu dans un autre codage</translation>
    </message>
    <message>
        <source>HTML became plain text</source>
        <translation>le HTML est devenu du texte</translation>
    </message>
    <message>
        <source>this is no web address</source>
        <translation>ce n’est pas une adresse web</translation>
    </message>
    <message>
        <source>a web address needs its scheme</source>
        <translation>une adresse web a besoin de son protocole</translation>
    </message>
    <message>
        <source>written as a French telephone number</source>
        <translation>écrit comme un numéro de téléphone français</translation>
    </message>
    <message>
        <source>CEDEX belongs to the post, not to the commune</source>
        <translation>CEDEX est affaire de courrier, pas de commune</translation>
    </message>
    <message>
        <source>a leading zero was lost</source>
        <translation>le zéro de tête était perdu</translation>
    </message>
    <message>
        <source>written as a postcode</source>
        <translation>écrit comme un code postal</translation>
    </message>
    <message>
        <source>Corsica has the codes 2A and 2B</source>
        <translation>la Corse a les codes 2A et 2B</translation>
    </message>
    <message>
        <source>0, 0 is no position</source>
        <translation>0, 0 n’est pas une position</translation>
    </message>
    <message>
        <source>postcode, name and position say %1</source>
        <translation>code postal, nom et position disent %1</translation>
    </message>
    <message>
        <source>the position lies in %1, and nothing else says %2</source>
        <translation>la position est à %1, et rien d’autre ne dit %2</translation>
    </message>
    <message>
        <source>from postcode and name</source>
        <translation>d’après le code postal et le nom</translation>
    </message>
    <message>
        <source>from the name of the commune and its département</source>
        <translation>d’après le nom de la commune et son département</translation>
    </message>
    <message>
        <source>from the postcode</source>
        <translation>d’après le code postal</translation>
    </message>
    <message>
        <source>from the position: the nearest commune of its département</source>
        <translation>d’après la position : la commune la plus proche du département</translation>
    </message>
    <message>
        <source>no commune has this code</source>
        <translation>aucune commune n’a ce code</translation>
    </message>
    <message>
        <source>latitude and longitude are swapped: the other way round it lies in %1</source>
        <translation>latitude et longitude sont échangées : dans l’autre sens, c’est à %1</translation>
    </message>
    <message>
        <source>it lies %1 km from %2, where postcode and name say it is; put there</source>
        <translation>la position est à %1 km de %2, que disent le code postal et le nom ; placé là</translation>
    </message>
    <message>
        <source>latitude and longitude are swapped: the other way round it lies in France</source>
        <translation>latitude et longitude sont échangées : dans l’autre sens, c’est en France</translation>
    </message>
    <message>
        <source>the position lies in %1</source>
        <translation>la position se trouve dans le département : %1</translation>
    </message>
    <message>
        <source>commune and postcode say %1</source>
        <translation>commune et code postal disent %1</translation>
    </message>
    <message>
        <source>the commune lies there</source>
        <translation>la commune s’y trouve</translation>
    </message>
    <message>
        <source>0 is no postcode</source>
        <translation>0 n’est pas un code postal</translation>
    </message>
    <message>
        <source>a digit was lost; %1 has this postcode</source>
        <translation>un chiffre était perdu ; %1 a ce code postal</translation>
    </message>
    <message>
        <source>a CEDEX code; %1 has only this postcode</source>
        <translation>un code CEDEX ; %1 n’a que ce code postal</translation>
    </message>
    <message>
        <source>%1 has only this postcode</source>
        <translation>%1 n’a que ce code postal</translation>
    </message>
    <message>
        <source>0 is no postcode, and %1 has several</source>
        <translation>0 n’est pas un code postal, et %1 en a plusieurs</translation>
    </message>
    <message>
        <source>postcode and commune stood in the address</source>
        <translation>le code postal et la commune étaient dans l’adresse</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>Scale: %1</source>
        <translation>Échelle : %1</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>%1 shown, </source>
        <translation>%1 affichés, </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>--sort distance needs --near PLACE.</source>
        <translation>--sort distance demande --near LIEU.</translation>
    </message>
    <message>
        <source>--columns: "%1" is no column.</source>
        <translation>--columns : « %1 » n’est pas une colonne.</translation>
    </message>
    <message>
        <source>List the places that satisfy a filter</source>
        <translation>Lister les lieux qui répondent à un filtre</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>How many at most; 0 = all</source>
        <translation>Combien au plus ; 0 = tous</translation>
    </message>
    <message>
        <source>Keys, separated by commas</source>
        <translation>Clés, séparées par des virgules</translation>
    </message>
</context>
<context>
    <name>SelectionLayer</name>
    <message>
        <source>Draw a rectangle around the places. Escape to leave.</source>
        <translation>Tracez un rectangle autour des lieux. Échap pour quitter.</translation>
    </message>
    <message>
        <source>Draw a line around the places. Escape to leave.</source>
        <translation>Tracez une ligne autour des lieux. Échap pour quitter.</translation>
    </message>
    <message>
        <source>Press at the middle and draw outwards. Escape to leave.</source>
        <translation>Appuyez au centre et tirez vers l’extérieur. Échap pour quitter.</translation>
    </message>
</context>
<context>
    <name>SelectionTools</name>
    <message>
        <source>Choose by a rectangle</source>
        <translation>Choisir par un rectangle</translation>
    </message>
    <message>
        <source>Choose by a rectangle (R)</source>
        <translation>Choisir par un rectangle (R)</translation>
    </message>
    <message>
        <source>Choose by a line drawn by hand</source>
        <translation>Choisir par un tracé à main levée</translation>
    </message>
    <message>
        <source>Choose by a line drawn by hand (L)</source>
        <translation>Choisir par un tracé à main levée (L)</translation>
    </message>
    <message>
        <source>Choose within a distance</source>
        <translation>Choisir dans un rayon</translation>
    </message>
    <message>
        <source>Choose within a distance (C)</source>
        <translation>Choisir dans un rayon (C)</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>%1 of %2 has one</source>
        <translation>%1 sur %2 en a une</translation>
    </message>
    <message>
        <source>%1 of %2 has one of them</source>
        <translation>%1 sur %2 en a au moins une</translation>
    </message>
    <message>
        <source>%1 of %2 has all of them</source>
        <translation>%1 sur %2 les a toutes</translation>
    </message>
    <message>
        <source>%1 of %2 have one</source>
        <translation>%1 sur %2 en ont une</translation>
    </message>
    <message>
        <source>%1 of %2 have one of them</source>
        <translation>%1 sur %2 en ont au moins une</translation>
    </message>
    <message>
        <source>%1 of %2 have all of them</source>
        <translation>%1 sur %2 les ont toutes</translation>
    </message>
    <message>
        <source>%1 says nothing about its machines</source>
        <translation>%1 ne dit rien de ses machines</translation>
    </message>
    <message>
        <source>%1 say nothing about their machines</source>
        <translation>%1 ne disent rien de leurs machines</translation>
    </message>
    <message>
        <source>%1 place of %2</source>
        <translation>%1 lieu sur %2</translation>
    </message>
    <message>
        <source>%1 places of %2</source>
        <translation>%1 lieux sur %2</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>sans %1</translation>
    </message>
    <message>
        <source>Without the choice of %1</source>
        <translation>Sans le choix %1</translation>
    </message>
    <message>
        <source>Without the words %1</source>
        <translation>Sans les mots %1</translation>
    </message>
    <message>
        <source>In every commune</source>
        <translation>Dans toutes les communes</translation>
    </message>
    <message>
        <source>Whatever the distance</source>
        <translation>Quelle que soit la distance</translation>
    </message>
    <message>
        <source>Also outside the view of the map</source>
        <translation>Aussi hors de la vue de la carte</translation>
    </message>
    <message>
        <source>Whatever the date</source>
        <translation>Quelle que soit la date</translation>
    </message>
    <message>
        <source>Also outside the area drawn</source>
        <translation>Aussi hors de la zone dessinée</translation>
    </message>
    <message>
        <source>%1 more choice</source>
        <translation>%1 autre choix</translation>
    </message>
    <message>
        <source>%1 more choices</source>
        <translation>%1 autres choix</translation>
    </message>
</context>
<context>
    <name>Show</name>
    <message>
        <source>unknown</source>
        <translation>non renseigné</translation>
    </message>
    <message>
        <source>Everything known of one place</source>
        <translation>Tout ce qui est connu d’un lieu</translation>
    </message>
    <message>
        <source>Number of the place</source>
        <translation>Numéro du lieu</translation>
    </message>
    <message>
        <source>Form of the answer</source>
        <translation>Forme de la réponse</translation>
    </message>
</context>
<context>
    <name>Snapshot</name>
    <message>
        <source>Approximate position</source>
        <translation>Position approximative</translation>
    </message>
    <message>
        <source>The picture %1 was not written: its name must end in .png, .svg or .pdf.</source>
        <translation>L’image %1 n’a pas été écrite : son nom doit finir par .png, .svg ou .pdf.</translation>
    </message>
    <message>
        <source>The picture %1 was not written: %2 × %3 pixels are not between 1 and %4.</source>
        <translation>L’image %1 n’a pas été écrite : %2 × %3 pixels ne sont pas entre 1 et %4.</translation>
    </message>
    <message>
        <source>The picture %1 was not written: there is not enough memory to paint it.</source>
        <translation>L’image %1 n’a pas été écrite : la mémoire ne suffit pas pour la peindre.</translation>
    </message>
    <message>
        <source>The picture %1 was not written: %2.</source>
        <translation>L’image %1 n’a pas été écrite : %2.</translation>
    </message>
    <message>
        <source>Several places: how many, of which types</source>
        <translation>Plusieurs lieux : combien, de quels types</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>The list of open data sets, %1, cannot be read: %2. None is offered.</source>
        <translation>La liste des jeux de données ouverts, %1, ne peut être lue : %2. Aucun n’est proposé.</translation>
    </message>
    <message>
        <source>The list of open data sets, %1: entry %2, field “%3” is wrong. None is offered.</source>
        <translation>La liste des jeux de données ouverts, %1 : entrée %2, le champ « %3 » est faux. Aucun n’est proposé.</translation>
    </message>
</context>
<context>
    <name>SourcesCommand</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Files it reads</source>
        <translation>Fichiers lus</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non indiquée</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>d’un fichier</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Données ouvertes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The formats that can be read, and open data sets of places</source>
        <translation>Les formats lisibles et les jeux de données ouverts</translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message>
        <source>Order of the sources</source>
        <translation>Ordre des sources</translation>
    </message>
    <message>
        <source>Where sources disagree, the place shows the value of the one that stands first. What you typed or chose yourself always stays.</source>
        <translation>Là où les sources se contredisent, le lieu montre la valeur de la première. Ce que vous avez saisi ou choisi vous-même reste toujours.</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>P&amp;our</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Sources, the most believed first</source>
        <translation>Sources, la plus crue d’abord</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>&amp;Descendre</translation>
    </message>
</context>
<context>
    <name>Stats</name>
    <message>
        <source>unknown</source>
        <translation>non renseigné</translation>
    </message>
    <message>
        <source>--per-100k needs --by region or --by departement.</source>
        <translation>--per-100k demande --by region ou --by departement.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Per 100,000 inhabitants</source>
        <translation>Pour 100 000 habitants</translation>
    </message>
    <message>
        <source>Figures by région, département, type, machine or founding year</source>
        <translation>Chiffres par région, département, type, machine ou année de création</translation>
    </message>
    <message>
        <source>What the lines are</source>
        <translation>Ce que sont les lignes</translation>
    </message>
    <message>
        <source>Also per 100 000 inhabitants</source>
        <translation>Aussi pour 100 000 habitants</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>Atelier %1: its equipment cannot be read (%2).</source>
        <translation>Atelier %1 : ses équipements sont illisibles (%2).</translation>
    </message>
    <message>
        <source>“%1”: the position %2, %3 is not on Earth.</source>
        <translation>« %1 » : la position %2, %3 n’est pas sur Terre.</translation>
    </message>
    <message>
        <source>“%1”: the identifier “%2” contains a vertical bar.</source>
        <translation>« %1 » : l’identifiant « %2 » contient une barre verticale.</translation>
    </message>
    <message>
        <source>There is no atelier %1 in %2.</source>
        <translation>Il n’y a pas d’atelier %1 dans %2.</translation>
    </message>
    <message>
        <source>%1 has an atelier with the uid %2 already (“%3” was not written).</source>
        <translation>%1 a déjà un atelier d’uid %2 (« %3 » n’a pas été écrit).</translation>
    </message>
    <message>
        <source>%1 has an atelier with the number %2 already (“%3” was not written).</source>
        <translation>%1 a déjà un atelier de numéro %2 (« %3 » n’a pas été écrit).</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was changed.</source>
        <translation>L’import a été annulé ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1 was changed by another program: look at the history, then try again.</source>
        <translation>%1 a été modifié par un autre programme : regardez l’historique, puis réessayez.</translation>
    </message>
    <message>
        <source>There is nothing to redo in %1.</source>
        <translation>Il n’y a rien à rétablir dans %1.</translation>
    </message>
    <message>
        <source>There is nothing to undo in %1.</source>
        <translation>Il n’y a rien à annuler dans %1.</translation>
    </message>
    <message>
        <source>“%1” cannot be redone: the ateliers that it touches have changed since. Nothing was changed.</source>
        <translation>« %1 » ne peut pas être rétabli : les ateliers concernés ont changé depuis. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“%1” cannot be undone: the ateliers that it touches have changed since. Nothing was changed.</source>
        <translation>« %1 » ne peut pas être annulé : les ateliers concernés ont changé depuis. Rien n’a été modifié.</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) belong to no atelier.</source>
        <translation>
            <numerusform>%n source n’appartient à aucun atelier.</numerusform>
            <numerusform>%n sources n’appartiennent à aucun atelier.</numerusform>
        </translation>
    </message>
    <message>
        <source>The full-text index does not agree with the ateliers.</source>
        <translation>L’index de recherche ne correspond pas aux ateliers.</translation>
    </message>
    <message>
        <source>No name.</source>
        <translation>Sans nom.</translation>
    </message>
    <message>
        <source>“%1” has no position.</source>
        <translation>« %1 » n’a pas de position.</translation>
    </message>
    <message>
        <source>“%1”: its source gives a doubtful position.</source>
        <translation>« %1 » : sa source donne une position douteuse.</translation>
    </message>
    <message>
        <source>“%1” has no commune code.</source>
        <translation>« %1 » n’a pas de code de commune.</translation>
    </message>
    <message>
        <source>“%1” lies in no known département or région.</source>
        <translation>« %1 » n’est dans aucun département ou région connus.</translation>
    </message>
    <message>
        <source>“%1” has equipment that no word of the thesaurus names.</source>
        <translation>« %1 » a des équipements qu’aucun mot du thésaurus ne nomme.</translation>
    </message>
    <message>
        <source>“%1” has equipment that was guessed from its words.</source>
        <translation>« %1 » a des équipements devinés d’après leurs mots.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 n’existe pas.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a directory file.</source>
        <translation>%1 est un dossier, pas un fichier d’annuaire.</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file.</source>
        <translation>%1 n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>%1 ne peut pas être lu (%2).</translation>
    </message>
    <message>
        <source>%1 is empty: it is not a directory of Repère.</source>
        <translation>%1 est vide : ce n’est pas un annuaire de Repère.</translation>
    </message>
    <message>
        <source>%1 is not a directory of Repère.</source>
        <translation>%1 n’est pas un annuaire de Repère.</translation>
    </message>
    <message>
        <source>%1 is a database of another program, not a directory of Repère.</source>
        <translation>%1 est la base de données d’un autre programme, pas un annuaire de Repère.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Repère: it can be read here, not changed.</source>
        <translation>%1 a été écrit par une version plus récente de Repère : ici, on peut le lire, pas le modifier.</translation>
    </message>
    <message>
        <source>%1 lies on a read-only medium: it can be read, not changed.</source>
        <translation>%1 se trouve sur un support en lecture seule : on peut le lire, pas le modifier.</translation>
    </message>
    <message>
        <source>%1 or its folder is write-protected: it can be read, not changed.</source>
        <translation>%1 ou son dossier est protégé en écriture : on peut le lire, pas le modifier.</translation>
    </message>
    <message>
        <source>%1 was opened for reading only.</source>
        <translation>%1 a été ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>%1 exists already; it was not changed.</source>
        <translation>%1 existe déjà ; il n’a pas été modifié.</translation>
    </message>
    <message>
        <source>%1 cannot be created: the folder %2 does not exist.</source>
        <translation>%1 ne peut pas être créé : le dossier %2 n’existe pas.</translation>
    </message>
    <message>
        <source>%1 cannot be created (%2).</source>
        <translation>%1 ne peut pas être créé (%2).</translation>
    </message>
    <message>
        <source>%1 is in use by another program; try again when it has finished.</source>
        <translation>%1 est utilisé par un autre programme ; réessayez quand il aura fini.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2).</source>
        <translation>%1 ne peut pas être écrit (%2).</translation>
    </message>
    <message>
        <source>Cancelled; %1 was not written.</source>
        <translation>Annulé ; %1 n’a pas été écrit.</translation>
    </message>
    <message>
        <source>%1 cannot be copied onto itself.</source>
        <translation>%1 ne peut pas être copié sur lui-même.</translation>
    </message>
    <message>
        <source>The disk is full; %1 was not changed.</source>
        <translation>Le disque est plein ; %1 n’a pas été modifié.</translation>
    </message>
    <message>
        <source>%1 can only be read; nothing was changed.</source>
        <translation>%1 ne peut être que lu ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1 could not be read or written (%2).</source>
        <translation>%1 n’a pas pu être lu ou écrit (%2).</translation>
    </message>
    <message>
        <source>%1 is damaged (%2); open a backup.</source>
        <translation>%1 est endommagé (%2) ; ouvrez une sauvegarde.</translation>
    </message>
    <message>
        <source>Internal error with %1 (%2); please report it.</source>
        <translation>Erreur interne avec %1 (%2) ; merci de la signaler.</translation>
    </message>
    <message>
        <source>“%1” cannot be undone: the history of this file begins after it.</source>
        <translation>« %1 » ne peut pas être annulé : l’historique de ce fichier commence après.</translation>
    </message>
    <message>
        <source>Atelier %1: its personal data cannot be read (%2).</source>
        <translation>Lieu %1 : ses données personnelles sont illisibles (%2).</translation>
    </message>
    <message>
        <source>No temporary file can be made in %1 (%2); nothing was read.</source>
        <translation>Aucun fichier temporaire ne peut être créé dans %1 (%2) ; rien n’a été lu.</translation>
    </message>
    <message>
        <source>Waiting record %1: it cannot be read (%2).</source>
        <translation>Fiche en attente %1 : illisible (%2).</translation>
    </message>
    <message>
        <source>Places: some can no longer be read.</source>
        <translation>Lieux : certains ne peuvent plus être lus.</translation>
    </message>
    <message>
        <source>Sources: where some values come from is lost; the places themselves are not.</source>
        <translation>Sources : l’origine de certaines valeurs est perdue ; les lieux eux-mêmes ne le sont pas.</translation>
    </message>
    <message>
        <source>Duplicates: some questions and answers are lost.</source>
        <translation>Doublons : des questions et des réponses sont perdues.</translation>
    </message>
    <message>
        <source>History: what was changed before can no longer be undone.</source>
        <translation>Historique : ce qui a été changé jusqu’ici ne peut plus être annulé.</translation>
    </message>
    <message>
        <source>Search index: searches miss places. Nothing is lost, it is made anew by recovering.</source>
        <translation>Index de recherche : la recherche manque des lieux. Rien n’est perdu, il est refait en récupérant le fichier.</translation>
    </message>
    <message>
        <source>An index: lists may be wrong. Nothing is lost, it is made anew by recovering.</source>
        <translation>Un index : les listes peuvent être fausses. Rien n’est perdu, il est refait en récupérant le fichier.</translation>
    </message>
    <message>
        <source>The description of the file: other programs may not open it. It is made anew by recovering.</source>
        <translation>La description du fichier : d’autres programmes ne l’ouvriront peut-être pas. Elle est refaite en récupérant le fichier.</translation>
    </message>
    <message>
        <source>Unused parts of the file: no data is touched.</source>
        <translation>Des parties inutilisées du fichier : aucune donnée n’est touchée.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) can be read.</source>
        <translation>
            <numerusform>%n lieu peut être lu.</numerusform>
            <numerusform>%n lieux peuvent être lus.</numerusform>
        </translation>
    </message>
    <message>
        <source>SQLite says: %1</source>
        <translation>SQLite dit : %1</translation>
    </message>
    <message>
        <source>The beginning of the file is damaged (%1): it cannot be opened as it is.</source>
        <translation>Le début du fichier est endommagé (%1) : il ne s’ouvre pas tel quel.</translation>
    </message>
    <message>
        <source>Nothing of it can be read: only a copy helps.</source>
        <translation>Rien ne peut en être lu : seule une copie peut aider.</translation>
    </message>
    <message>
        <source>Nothing can be read of %1 (%2): only a copy helps.</source>
        <translation>Rien ne peut être lu de %1 (%2) : seule une copie peut aider.</translation>
    </message>
    <message>
        <source>No place can be read of %1: only a copy helps.</source>
        <translation>Aucun lieu ne peut être lu de %1 : seule une copie peut aider.</translation>
    </message>
    <message>
        <source>%1 was moved or deleted while it was open: nothing is written any more. Save a copy to keep what you see, or put the file back.</source>
        <translation>%1 a été déplacé ou supprimé pendant qu’il était ouvert : plus rien n’est écrit. Enregistrez une copie pour garder ce que vous voyez, ou remettez le fichier à sa place.</translation>
    </message>
    <message>
        <source>%1 was replaced by another file while it was open: nothing is written any more. Save a copy to keep what you see, or open the file again.</source>
        <translation>%1 a été remplacé par un autre fichier pendant qu’il était ouvert : plus rien n’est écrit. Enregistrez une copie pour garder ce que vous voyez, ou rouvrez le fichier.</translation>
    </message>
    <message>
        <source>The file is cut: %L1 of its %L2 bytes are there.</source>
        <translation>Le fichier est tronqué : il y a %L1 octets sur %L2.</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>%1 cannot be written: %2. Nothing was changed.</source>
        <translation>%1 ne peut être écrit : %2. Rien n’a été changé.</translation>
    </message>
</context>
<context>
    <name>TerritoryMenu</name>
    <message>
        <source>Go to a territory: %1</source>
        <translation>Aller à un territoire : %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln result(s)</source>
        <translation>
            <numerusform>%1, %Ln résultat</numerusform>
            <numerusform>%1, %Ln résultats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TileFile</name>
    <message>
        <source>The map %1 cannot be shown: %2.</source>
        <extracomment>%1 is a file, %2 the reason: "it is empty"</extracomment>
        <translation>La carte %1 ne peut pas être affichée : %2.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>le fichier est vide</translation>
    </message>
    <message>
        <source>it is packed, unpack it first</source>
        <translation>le fichier est compressé, décompressez-le d’abord</translation>
    </message>
    <message>
        <source>it is no MBTiles file</source>
        <translation>ce n’est pas un fichier MBTiles</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>le fichier est tronqué</translation>
    </message>
    <message>
        <source>it holds drawn tiles (%1), and only pictures can be shown</source>
        <translation>il contient des tuiles vectorielles (%1), et seules des images peuvent être affichées</translation>
    </message>
    <message>
        <source>there is no tile in it</source>
        <translation>il ne contient aucune tuile</translation>
    </message>
    <message>
        <source>its zooms, %1 to %2, are not those of a map</source>
        <translation>ses niveaux de zoom, de %1 à %2, ne sont pas ceux d’une carte</translation>
    </message>
    <message>
        <source>its tiles are no pictures that this computer can read (PNG or JPEG)</source>
        <translation>ses tuiles ne sont pas des images lisibles ici (PNG ou JPEG)</translation>
    </message>
    <message>
        <source>The map %1 is not there.</source>
        <translation>La carte %1 est introuvable.</translation>
    </message>
    <message>
        <source>it is no MBTiles file (%1)</source>
        <translation>ce n’est pas un fichier MBTiles (%1)</translation>
    </message>
    <message>
        <source>it is damaged (%1)</source>
        <translation>le fichier est endommagé (%1)</translation>
    </message>
</context>
<context>
    <name>TileProvider</name>
    <message>
        <source>The list of online maps, %1, cannot be read: %2. None is offered.</source>
        <translation>La liste des cartes en ligne, %1, ne peut pas être lue : %2. Aucune n’est proposée.</translation>
    </message>
    <message>
        <source>The list of online maps, %1: entry %2, field “%3” is wrong. None is offered.</source>
        <translation>La liste des cartes en ligne, %1 : entrée %2, le champ « %3 » est erroné. Aucune n’est proposée.</translation>
    </message>
</context>
<context>
    <name>TileRelay</name>
    <message>
        <source>it did not answer lately</source>
        <translation>il n’a pas répondu récemment</translation>
    </message>
    <message>
        <source>it is too slow, or sends too much</source>
        <translation>il est trop lent, ou envoie trop</translation>
    </message>
    <message>
        <source>it answers with error %1</source>
        <translation>il répond par l’erreur %1</translation>
    </message>
    <message>
        <source>it sends elsewhere, to %1</source>
        <translation>il renvoie ailleurs, vers %1</translation>
    </message>
    <message>
        <source>what it sends is no picture</source>
        <translation>ce qu’il envoie n’est pas une image</translation>
    </message>
</context>
<context>
    <name>TileService</name>
    <message>
        <source>The map cannot be drawn: no port of this machine is free (%1).</source>
        <translation>La carte ne peut pas être dessinée : aucun port de cet ordinateur n’est libre (%1).</translation>
    </message>
    <message>
        <source>The map cannot be drawn: its service does not start.</source>
        <translation>La carte ne peut pas être dessinée : son service ne démarre pas.</translation>
    </message>
    <message>
        <source>%1 does not send its map: %2. What is missing is drawn by Repère.</source>
        <translation>%1 n’envoie pas sa carte : %2. Ce qui manque est dessiné par Repère.</translation>
    </message>
</context>
<context>
    <name>Twins</name>
    <message>
        <source>There is no waiting record %1; nothing was changed.</source>
        <translation>Il n’y a pas de fiche en attente %1 ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Merge %1 and %2</source>
        <translation>Fusion de %1 et %2</translation>
    </message>
    <message>
        <source>%1 and %2 are two places</source>
        <translation>%1 et %2 sont deux lieux</translation>
    </message>
    <message numerus="yes">
        <source>Decide on %Ln possible duplicate(s)</source>
        <translation>
            <numerusform>Décision sur %Ln doublon possible</numerusform>
            <numerusform>Décisions sur %Ln doublons possibles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message>
        <source>Not understood: %1.</source>
        <translation>Non compris : %1.</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>Il manque une commande.</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>Il manque : %1.</translation>
    </message>
    <message>
        <source>Not a number: %1.</source>
        <translation>Ce n’est pas un nombre : %1.</translation>
    </message>
    <message>
        <source>A value is missing: %1.</source>
        <translation>Il manque une valeur : %1.</translation>
    </message>
    <message>
        <source>Value not allowed: %1.</source>
        <translation>Valeur non admise : %1.</translation>
    </message>
    <message>
        <source>Nothing was done; repere-cli --help lists what exists.</source>
        <translation>Rien n’a été fait ; repere-cli --help liste ce qui existe.</translation>
    </message>
    <message>
        <source>%1 "%2" is not in the range allowed.</source>
        <translation>%1 « %2 » est hors des valeurs admises.</translation>
    </message>
    <message>
        <source>%1 "%2" is not allowed; allowed: %3.</source>
        <translation>%1 « %2 » n’est pas admis ; valeurs admises : %3.</translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>Only in view</source>
        <translation>Seulement dans la vue</translation>
    </message>
</context>
<context>
    <name>WaitNote</name>
    <message>
        <source>Waiting for %1…</source>
        <translation>%1 se fait attendre…</translation>
    </message>
    <message>
        <source>Drawn by Repère</source>
        <translation>Fond de Repère</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Équipement</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Open to</source>
        <translation>Ouvert à</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>not located</source>
        <translation>non localisé</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non renseigné</translation>
    </message>
    <message>
        <source>place not stated</source>
        <translation>lieu non renseigné</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>repere::gui::AtelierDialog</name>
    <message>
        <source>Add a place</source>
        <translation>Ajouter un lieu</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non renseigné</translation>
    </message>
    <message>
        <source>empty: at the centre of its commune</source>
        <translation>vide : au centre de sa commune</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Words of the source</source>
        <translation>Mots de la source</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>%1: “%2” is not understood; nothing was saved.</source>
        <translation>%1 : « %2 » n’est pas compris ; rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>A place needs a name; nothing was saved.</source>
        <translation>Un lieu doit avoir un nom ; rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Founded in</source>
        <translation>Fondé en</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>Information of</source>
        <translation>Informations de</translation>
    </message>
</context>
<context>
    <name>repere::gui::Banner</name>
    <message>
        <source>Close the message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>repere::gui::ChipRow</name>
    <message>
        <source>Active choices</source>
        <translation>Choix actifs</translation>
    </message>
    <message>
        <source>Take this choice away (Esc takes the last one)</source>
        <translation>Retirer ce choix (Échap retire le dernier)</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>Retirer : %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Take every choice away</source>
        <translation>Retirer tous les choix</translation>
    </message>
</context>
<context>
    <name>repere::gui::CoordinateActions</name>
    <message>
        <source>Coordinates under the pointer; click to write them otherwise</source>
        <translation>Coordonnées sous le pointeur ; cliquez pour les écrire autrement</translation>
    </message>
    <message>
        <source>Coordinates: %1</source>
        <translation>Coordonnées : %1</translation>
    </message>
    <message>
        <source>&amp;Decimal degrees</source>
        <translation>Degrés &amp;décimaux</translation>
    </message>
    <message>
        <source>Degrees, &amp;minutes, seconds</source>
        <translation>Degrés, &amp;minutes, secondes</translation>
    </message>
    <message>
        <source>&amp;Lambert-93, or the local system overseas</source>
        <translation>&amp;Lambert-93, ou le système local outre-mer</translation>
    </message>
    <message>
        <source>&amp;Copy the coordinates</source>
        <translation>&amp;Copier les coordonnées</translation>
    </message>
    <message>
        <source>&amp;Write coordinates as</source>
        <translation>É&amp;crire les coordonnées en</translation>
    </message>
    <message>
        <source>&amp;Distance from here</source>
        <translation>&amp;Distance depuis ici</translation>
    </message>
    <message>
        <source>&amp;Open in</source>
        <translation>&amp;Ouvrir dans</translation>
    </message>
    <message>
        <source>the &amp;maps application</source>
        <translation>l’application de &amp;cartes</translation>
    </message>
</context>
<context>
    <name>repere::gui::DuplicatesDialog</name>
    <message>
        <source>Likeness</source>
        <translation>Ressemblance</translation>
    </message>
    <message>
        <source>Looking for duplicates…</source>
        <translation>Recherche des doublons…</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>La recherche a été annulée.</translation>
    </message>
    <message>
        <source>The directory has changed since this search.</source>
        <translation>L’annuaire a changé depuis cette recherche.</translation>
    </message>
    <message>
        <source>%1 question</source>
        <translation>%1 question</translation>
    </message>
    <message>
        <source>%1 questions</source>
        <translation>%1 questions</translation>
    </message>
    <message>
        <source>%1 record of an import waits</source>
        <translation>%1 fiche importée attend</translation>
    </message>
    <message>
        <source>%1 records of imports wait</source>
        <translation>%1 fiches importées attendent</translation>
    </message>
    <message>
        <source>No two places look like one, and nothing waits.
After an import, doubtful records wait here.</source>
        <translation>Aucun lieu ne ressemble à un autre, et rien n’attend.
Après un import, les fiches douteuses attendent ici.</translation>
    </message>
    <message>
        <source>%1 question selected</source>
        <translation>%1 question sélectionnée</translation>
    </message>
    <message>
        <source>%1 questions selected: one answer for all</source>
        <translation>%1 questions sélectionnées : une réponse pour toutes</translation>
    </message>
</context>
<context>
    <name>repere::gui::EditActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Copy the selected places</source>
        <translation>&amp;Copier les lieux choisis</translation>
    </message>
    <message>
        <source>&amp;Add a place…</source>
        <translation>A&amp;jouter un lieu…</translation>
    </message>
    <message>
        <source>&amp;Edit the place…</source>
        <translation>&amp;Modifier le lieu…</translation>
    </message>
    <message>
        <source>Re&amp;move the selected places</source>
        <translation>&amp;Supprimer les lieux choisis</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historique…</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Annuler : %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Rétablir : %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Annulé : %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Rétabli : %1</translation>
    </message>
    <message>
        <source>%1 place copied: paste it into a spreadsheet.</source>
        <translation>%1 lieu copié : collez-le dans un tableur.</translation>
    </message>
    <message>
        <source>%1 places copied: paste them into a spreadsheet.</source>
        <translation>%1 lieux copiés : collez-les dans un tableur.</translation>
    </message>
    <message>
        <source>The place was added.</source>
        <translation>Le lieu a été ajouté.</translation>
    </message>
    <message>
        <source>The place was saved.</source>
        <translation>Le lieu a été enregistré.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 place removed.</source>
        <translation>%1 lieu supprimé.</translation>
    </message>
    <message>
        <source>%1 places removed.</source>
        <translation>%1 lieux supprimés.</translation>
    </message>
    <message>
        <source>&amp;Order of the sources…</source>
        <translation>&amp;Ordre des sources…</translation>
    </message>
    <message>
        <source>%1 place follows the new order.</source>
        <translation>%1 lieu suit le nouvel ordre.</translation>
    </message>
    <message>
        <source>%1 places follow the new order.</source>
        <translation>%1 lieux suivent le nouvel ordre.</translation>
    </message>
    <message>
        <source>%1: the value that you chose stays, whatever the sources say.</source>
        <translation>%1 : la valeur que vous avez choisie reste, quoi que disent les sources.</translation>
    </message>
    <message>
        <source>Dup&amp;licates…</source>
        <translation>Dou&amp;blons…</translation>
    </message>
    <message>
        <source>Find addresses o&amp;nline…</source>
        <translation>Chercher les adresses en li&amp;gne…</translation>
    </message>
    <message>
        <source>%1 place has a position by its address.</source>
        <translation>%1 lieu a maintenant la position de son adresse.</translation>
    </message>
    <message>
        <source>%1 places have a position by their address.</source>
        <translation>%1 lieux ont maintenant la position de leur adresse.</translation>
    </message>
</context>
<context>
    <name>repere::gui::EmptyState</name>
    <message>
        <source>No place matches</source>
        <translation>Aucun lieu ne correspond</translation>
    </message>
    <message>
        <source>The nearest one that matches otherwise is %1 away: %2, %3.</source>
        <translation>Le plus proche qui convient par ailleurs est à %1 : %2, %3.</translation>
    </message>
    <message>
        <source>One that matches otherwise: %1, %2.</source>
        <translation>Un lieu qui convient par ailleurs : %1, %2.</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Montrer %1</translation>
    </message>
    <message>
        <source>No place of the directory satisfies all these choices together.</source>
        <translation>Aucun lieu de l’annuaire ne satisfait tous ces choix ensemble.</translation>
    </message>
    <message>
        <source>%1 place</source>
        <translation>%1 lieu</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 lieux</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Take every choice away</source>
        <translation>Retirer tous les choix</translation>
    </message>
    <message>
        <source>This directory is empty</source>
        <translation>Cet annuaire est vide</translation>
    </message>
    <message>
        <source>Add a first place, or import a file of places: nothing leaves this computer.</source>
        <translation>Ajoutez un premier lieu, ou importez un fichier de lieux : rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Add a place…</source>
        <translation>Ajouter un lieu…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
</context>
<context>
    <name>repere::gui::ExportDialog</name>
    <message>
        <source>%1 place</source>
        <translation>%1 lieu</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 lieux</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exporter %1</translation>
    </message>
    <message>
        <source>The places of the list, in its order: %1.</source>
        <translation>Les lieux de la liste, dans son ordre : %1.</translation>
    </message>
    <message>
        <source>CSV, for a spreadsheet (.csv)</source>
        <translation>CSV, pour un tableur (.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Classeur Excel (.xlsx)</translation>
    </message>
    <message>
        <source>LibreOffice workbook (.ods)</source>
        <translation>Classeur LibreOffice (.ods)</translation>
    </message>
    <message>
        <source>GeoJSON, for maps (.geojson)</source>
        <translation>GeoJSON, pour les cartes (.geojson)</translation>
    </message>
    <message>
        <source>GeoPackage, for QGIS (.gpkg)</source>
        <translation>GeoPackage, pour QGIS (.gpkg)</translation>
    </message>
    <message>
        <source>KML, for Google Earth (.kml)</source>
        <translation>KML, pour Google Earth (.kml)</translation>
    </message>
    <message>
        <source>For Excel in French (semicolon, decimal comma)</source>
        <translation>Pour Excel en français (point-virgule, virgule décimale)</translation>
    </message>
    <message>
        <source>Open data (comma, decimal point, JSON keys)</source>
        <translation>Données ouvertes (virgule, point décimal, clés JSON)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation>Choisissez au moins une colonne.</translation>
    </message>
    <message>
        <source>Excel shows 01500 as 1500 when the file is opened with a double click: to keep the zeros, use Data, From Text/CSV, and choose Text for the columns of codes.</source>
        <translation>Excel montre 1500 au lieu de 01500 quand le fichier est ouvert d’un double clic : pour garder les zéros, passez par Données, À partir d’un fichier texte/CSV, et choisissez Texte pour les colonnes de codes.</translation>
    </message>
    <message>
        <source>Without the two last columns the file cannot come back into Repère without loss.</source>
        <translation>Sans les deux dernières colonnes, le fichier ne peut pas revenir dans Repère sans perte.</translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation>Ce fichier existe et sera remplacé.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exporter vers</translation>
    </message>
    <message>
        <source>Licences of the sources: being read…</source>
        <translation>Licences des sources : lecture…</translation>
    </message>
    <message>
        <source>No source of these places names a licence.</source>
        <translation>Aucune source de ces lieux ne nomme une licence.</translation>
    </message>
    <message>
        <source>Licences of the sources: %1.</source>
        <translation>Licences des sources : %1.</translation>
    </message>
</context>
<context>
    <name>repere::gui::FacetSection</name>
    <message>
        <source>Any of the machines instead of all</source>
        <translation>L’une des machines au lieu de toutes</translation>
    </message>
    <message>
        <source>AND: places that have all the machines chosen. OR: places that have at least one of them.</source>
        <translation>ET : les lieux qui ont toutes les machines choisies. OU : les lieux qui en ont au moins une.</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>Chercher dans : %1</translation>
    </message>
    <message>
        <source>&amp;Do not choose any more</source>
        <translation>Ne &amp;plus choisir</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Choisir</translation>
    </message>
    <message>
        <source>Do not &amp;exclude any more</source>
        <translation>Ne plus &amp;exclure</translation>
    </message>
    <message>
        <source>&amp;Exclude (Alt+click)</source>
        <translation>&amp;Exclure (Alt+clic)</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Montrer moins</translation>
    </message>
    <message>
        <source>%1 more…</source>
        <translation>%1 de plus…</translation>
    </message>
    <message>
        <source>and ⇄ OR</source>
        <translation>et ⇄ OU</translation>
    </message>
    <message>
        <source>AND ⇄ or</source>
        <translation>ET ⇄ ou</translation>
    </message>
</context>
<context>
    <name>repere::gui::Fiche</name>
    <message>
        <source>Fiche</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>Choose a place in the list or on the map: everything known about it shows here.</source>
        <translation>Choisissez un lieu dans la liste ou sur la carte : tout ce qu’on en sait s’affiche ici.</translation>
    </message>
    <message>
        <source>type not stated</source>
        <translation>type non renseigné</translation>
    </message>
    <message>
        <source>status not stated</source>
        <translation>situation inconnue</translation>
    </message>
    <message>
        <source>date not stated</source>
        <translation>date inconnue</translation>
    </message>
    <message>
        <source>seen on %1</source>
        <translation>vu le %1</translation>
    </message>
    <message>
        <source>seen in %1</source>
        <translation>vu en %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>street not stated</source>
        <translation>rue non renseignée</translation>
    </message>
    <message>
        <source>placed at the centre of its commune</source>
        <translation>placé au centre de sa commune</translation>
    </message>
    <message>
        <source>position approximate</source>
        <translation>position approximative</translation>
    </message>
    <message>
        <source>position unknown: not on the map</source>
        <translation>position inconnue : pas sur la carte</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Équipement</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non renseigné</translation>
    </message>
    <message>
        <source>Stated as %1</source>
        <translation>Déclaré : %1</translation>
    </message>
    <message>
        <source>These words wait for review</source>
        <translation>Ces mots attendent une vérification</translation>
    </message>
    <message>
        <source>Understood by a guess that nobody confirmed</source>
        <translation>Compris par une supposition que personne n’a confirmée</translation>
    </message>
    <message>
        <source>Conditions: %1</source>
        <translation>Conditions : %1</translation>
    </message>
    <message>
        <source>%1: in the name</source>
        <translation>%1 : dans le nom</translation>
    </message>
    <message>
        <source>%1: in the place</source>
        <translation>%1 : dans le lieu</translation>
    </message>
    <message>
        <source>%1: in the notes or the sources</source>
        <translation>%1 : dans les notes ou les sources</translation>
    </message>
    <message>
        <source>stated as %1</source>
        <translation>déclaré %1</translation>
    </message>
    <message>
        <source>Why this place</source>
        <translation>Pourquoi ce lieu</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Horaires</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Open to</source>
        <translation>Publics accueillis</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>about %1 m²</source>
        <translation>environ %1 m²</translation>
    </message>
    <message>
        <source>Founded</source>
        <translation>Année de création</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>Structure porteuse</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Non renseigné</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>Co&amp;pier</translation>
    </message>
    <message>
        <source>Name, address and site to the clipboard</source>
        <translation>Nom, adresse et site dans le presse-papiers</translation>
    </message>
    <message>
        <source>Open in Open&amp;StreetMap</source>
        <translation>Ouvrir dans Open&amp;StreetMap</translation>
    </message>
    <message>
        <source>Opens the browser; asks nothing of the network before</source>
        <translation>Ouvre le navigateur ; ne demande rien au réseau avant</translation>
    </message>
    <message>
        <source>What is &amp;around</source>
        <translation>Ce qu’il y a aut&amp;our</translation>
    </message>
    <message>
        <source>Places within 30 km of this one</source>
        <translation>Les lieux à moins de 30 km de celui-ci</translation>
    </message>
    <message>
        <source>E&amp;dit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>Sho&amp;w on the map</source>
        <translation>Voir sur la car&amp;te</translation>
    </message>
    <message>
        <source>gone from %1 since its list of %2</source>
        <translation>disparu de %1 depuis sa liste du %2</translation>
    </message>
    <message>
        <source>Sources disagree</source>
        <translation>Les sources se contredisent</translation>
    </message>
    <message>
        <source>Where from…</source>
        <translation>D’où vient…</translation>
    </message>
    <message>
        <source>Every value known, its source, and the choice of another one</source>
        <translation>Toutes les valeurs connues, leur source, et le choix d’une autre</translation>
    </message>
    <message>
        <source>Find the address online…</source>
        <translation>Chercher l’adresse en ligne…</translation>
    </message>
</context>
<context>
    <name>repere::gui::FileActions</name>
    <message>
        <source>Repère directories (*.gpkg);;All files (*)</source>
        <translation>Annuaires Repère (*.gpkg);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Nouveau…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un fichier &amp;récent</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>Enregistrer une &amp;copie…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>New directory</source>
        <translation>Nouvel annuaire</translation>
    </message>
    <message>
        <source>Open a directory</source>
        <translation>Ouvrir un annuaire</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>%1 - copy.gpkg</source>
        <translation>%1 - copie.gpkg</translation>
    </message>
    <message>
        <source>Saving a copy…</source>
        <translation>Enregistrement d’une copie…</translation>
    </message>
    <message>
        <source>Copy saved: %1</source>
        <translation>Copie enregistrée : %1</translation>
    </message>
    <message>
        <source>A newer starter directory came with this version. Importing it keeps what you changed by hand.</source>
        <translation>Un annuaire de départ plus récent accompagne cette version. L’importer garde ce que vous avez changé à la main.</translation>
    </message>
    <message>
        <source>Import it</source>
        <translation>L’importer</translation>
    </message>
    <message>
        <source>Importing the starter directory…</source>
        <translation>Import de l’annuaire de départ…</translation>
    </message>
    <message>
        <source>Read: %1. New: %2, merged: %3, unchanged: %4, doubtful: %5, rejected: %6.</source>
        <translation>Lus : %1. Nouveaux : %2, fusionnés : %3, inchangés : %4, douteux : %5, rejetés : %6.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>ligne %1</translation>
    </message>
    <message>
        <source>The first one rejected (%1): %2; %3.</source>
        <translation>Le premier rejeté (%1) : %2 ; %3.</translation>
    </message>
    <message>
        <source>%1 place flagged as gone from its source.</source>
        <translation>%1 lieu signalé comme disparu de sa source.</translation>
    </message>
    <message>
        <source>%1 places flagged as gone from their source.</source>
        <translation>%1 lieux signalés comme disparus de leur source.</translation>
    </message>
</context>
<context>
    <name>repere::gui::GeocodeDialog</name>
    <message>
        <source>Those of the list without a position of their own</source>
        <translation>Ceux de la liste qui n’ont pas de position à eux</translation>
    </message>
    <message>
        <source>The selected place</source>
        <translation>Le lieu sélectionné</translation>
    </message>
    <message>
        <source>The %1 selected places</source>
        <translation>Les %1 lieux sélectionnés</translation>
    </message>
    <message>
        <source>Looking for places without a position…</source>
        <translation>Recherche des lieux sans position…</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>La recherche a été annulée.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Question à %1…</translation>
    </message>
    <message>
        <source>Writing the positions…</source>
        <translation>Écriture des positions…</translation>
    </message>
    <message>
        <source>What %1 answers</source>
        <translation>Ce que répond %1</translation>
    </message>
    <message>
        <source>Ask %1?</source>
        <translation>Demander à %1 ?</translation>
    </message>
    <message>
        <source>A ticked answer becomes the position of its place; what is doubtful waits for your tick. It is one change, which Undo takes back. The answers are kept as those of the %1 (%2).</source>
        <translation>Une réponse cochée devient la position de son lieu ; ce qui est douteux attend que vous le cochiez. C’est une seule modification, qu’Annuler reprend. Les réponses sont gardées comme venant de la %1 (%2).</translation>
    </message>
    <message>
        <source>Repère opens no connection by itself. When you click, it asks the national geocoder (%1, IGN) where these addresses are. It learns the words of the column “What is sent”, the code of the commune, and the address of your computer on the Internet; neither names nor anything else of your directory.</source>
        <translation>Repère n’ouvre aucune connexion de lui-même. Quand vous cliquez, il demande au géocodeur national (%1, IGN) où sont ces adresses. Celui-ci apprend les mots de la colonne « Ce qui est envoyé », le code de la commune et l’adresse de votre ordinateur sur Internet ; ni les noms, ni rien d’autre de votre annuaire.</translation>
    </message>
    <message>
        <source>Nothing selected says a street or a town that could be looked for.</source>
        <translation>Rien de ce qui est sélectionné ne dit une rue ou une commune à chercher.</translation>
    </message>
    <message>
        <source>Every place of the list has a position of its own, or says no address that could be looked for.</source>
        <translation>Tous les lieux de la liste ont une position à eux, ou ne disent aucune adresse à chercher.</translation>
    </message>
    <message>
        <source>%1 place</source>
        <translation>%1 lieu</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 lieux</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 trouvé</translation>
    </message>
    <message>
        <source>%1 found</source>
        <comment>several</comment>
        <translation>%1 trouvés</translation>
    </message>
    <message>
        <source>%1 doubtful</source>
        <translation>%1 douteux</translation>
    </message>
    <message>
        <source>%1 doubtful</source>
        <comment>several</comment>
        <translation>%1 douteux</translation>
    </message>
    <message>
        <source>%1 not found</source>
        <translation>%1 introuvable</translation>
    </message>
    <message>
        <source>%1 not found</source>
        <comment>several</comment>
        <translation>%1 introuvables</translation>
    </message>
    <message>
        <source>%1 not asked</source>
        <translation>%1 pas demandé</translation>
    </message>
    <message>
        <source>%1 not asked</source>
        <comment>several</comment>
        <translation>%1 pas demandés</translation>
    </message>
    <message>
        <source>&amp;Write %1 position</source>
        <translation>Écrire %1 &amp;position</translation>
    </message>
    <message>
        <source>&amp;Write %1 positions</source>
        <translation>Écrire %1 &amp;positions</translation>
    </message>
    <message>
        <source>&amp;Ask %1</source>
        <translation>&amp;Demander à %1</translation>
    </message>
    <message>
        <source>%1 The answers that came before are above.</source>
        <translation>%1 Les réponses arrivées avant sont ci-dessus.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
</context>
<context>
    <name>repere::gui::GroundActions</name>
    <message>
        <source>&amp;Ground</source>
        <translation>&amp;Fond de carte</translation>
    </message>
    <message>
        <source>&amp;Drawn by Repère, without network</source>
        <translation>&amp;Dessiné par Repère, sans réseau</translation>
    </message>
    <message>
        <source>MBTiles &amp;file…</source>
        <translation>&amp;Fichier MBTiles…</translation>
    </message>
    <message>
        <source>&amp;Withdraw the consent to connect</source>
        <translation>&amp;Retirer l’accord de connexion</translation>
    </message>
    <message>
        <source>%1 (online)</source>
        <translation>%1 (en ligne)</translation>
    </message>
    <message>
        <source>%1 (online)…</source>
        <translation>%1 (en ligne)…</translation>
    </message>
    <message>
        <source>Open a map</source>
        <translation>Ouvrir une carte</translation>
    </message>
    <message>
        <source>MBTiles maps (*.mbtiles);;All files (*)</source>
        <translation>Cartes MBTiles (*.mbtiles);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Repère no longer connects to any online map.</source>
        <translation>Repère ne se connecte plus à aucune carte en ligne.</translation>
    </message>
</context>
<context>
    <name>repere::gui::GroundConsent</name>
    <message>
        <source>Connect to “%1”?</source>
        <translation>Se connecter à « %1 » ?</translation>
    </message>
    <message>
        <source>Repère opens no connection by itself. To show this map it asks %1 (%2) for the squares of the map that you look at.</source>
        <translation>Repère n’ouvre aucune connexion de lui-même. Pour afficher cette carte, il demande à %1 (%2) les carrés de carte que vous regardez.</translation>
    </message>
    <message>
        <source>Conditions of use of this map</source>
        <translation>Conditions d’utilisation de cette carte</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Se &amp;connecter</translation>
    </message>
</context>
<context>
    <name>repere::gui::HistoryDialog</name>
    <message>
        <source>%1 (undone)</source>
        <translation>%1 (annulé)</translation>
    </message>
    <message>
        <source>Nothing has been changed in this file yet.</source>
        <translation>Rien n’a encore été changé dans ce fichier.</translation>
    </message>
    <message>
        <source>+ added, ~ changed, − removed</source>
        <translation>+ ajoutés, ~ modifiés, − supprimés</translation>
    </message>
</context>
<context>
    <name>repere::gui::ImportColumnsPage</name>
    <message>
        <source>separated by commas</source>
        <translation>séparé par des virgules</translation>
    </message>
    <message>
        <source>separated by semicolons</source>
        <translation>séparé par des points-virgules</translation>
    </message>
    <message>
        <source>separated by tabs</source>
        <translation>séparé par des tabulations</translation>
    </message>
    <message>
        <source>separated by %1</source>
        <translation>séparé par %1</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>Prise pour</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Premières valeurs</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
    <message>
        <source>What the column %1 holds</source>
        <translation>Ce que contient la colonne %1</translation>
    </message>
    <message>
        <source>left aside</source>
        <translation>laissée de côté</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>choisi par vous</translation>
    </message>
    <message>
        <source>Say which column holds the names of the places.</source>
        <translation>Dites quelle colonne contient les noms des lieux.</translation>
    </message>
    <message>
        <source>Save as a profile</source>
        <translation>Enregistrer comme profil</translation>
    </message>
    <message>
        <source>Load a profile</source>
        <translation>Charger un profil</translation>
    </message>
    <message>
        <source>Profiles (*.json);;All files (*)</source>
        <translation>Profils (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Profile saved: %1</source>
        <translation>Profil enregistré : %1</translation>
    </message>
</context>
<context>
    <name>repere::gui::ImportDetails</name>
    <message>
        <source>(no name)</source>
        <translation>(sans nom)</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>ligne %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Surely %1 (%2).</source>
        <translation>Sûrement %1 (%2).</translation>
    </message>
    <message>
        <source>Is it %1?</source>
        <translation>Est-ce %1 ?</translation>
    </message>
    <message>
        <source>Likeness %1: %2.</source>
        <translation>Ressemblance %1 : %2.</translation>
    </message>
    <message>
        <source>The sa&amp;me place</source>
        <translation>&amp;Même lieu</translation>
    </message>
    <message>
        <source>Merges the two (key 1)</source>
        <translation>Fusionne les deux (touche 1)</translation>
    </message>
    <message>
        <source>A&amp;nother place</source>
        <translation>&amp;Autre lieu</translation>
    </message>
    <message>
        <source>Adds it as a place of its own (key 2)</source>
        <translation>L’ajoute comme un lieu à part (touche 2)</translation>
    </message>
    <message>
        <source>&amp;Undecided</source>
        <translation>I&amp;ndécis</translation>
    </message>
    <message>
        <source>Keeps the question for later (key 0)</source>
        <translation>Garde la question pour plus tard (touche 0)</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>Ce fichier</translation>
    </message>
    <message>
        <source>The directory</source>
        <translation>L’annuaire</translation>
    </message>
    <message>
        <source>Another record</source>
        <translation>Un autre enregistrement</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>diffère</translation>
    </message>
    <message>
        <source>%1 repair</source>
        <translation>%1 réparation</translation>
    </message>
    <message>
        <source>%1 repairs</source>
        <translation>%1 réparations</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1 : %2 → %3</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>Proposé : %1</translation>
    </message>
    <message>
        <source>Take &amp;what is proposed</source>
        <translation>&amp;Prendre ce qui est proposé</translation>
    </message>
    <message>
        <source>identifier %1 of the source</source>
        <translation>identifiant %1 dans la source</translation>
    </message>
    <message>
        <source>The directory has it under this identifier.</source>
        <translation>L’annuaire le connaît sous cet identifiant.</translation>
    </message>
    <message>
        <source>%1 had this place; its list has it no more.</source>
        <translation>%1 avait ce lieu ; sa liste ne l’a plus.</translation>
    </message>
    <message>
        <source>Ticked, it is flagged as gone; it is not removed, and the flag goes when the list has it again.</source>
        <translation>Coché, il est signalé comme disparu ; il n’est pas supprimé, et le signalement disparaît quand la liste l’a de nouveau.</translation>
    </message>
</context>
<context>
    <name>repere::gui::ImportDialog</name>
    <message>
        <source>Where the places come from</source>
        <translation>D’où viennent les lieux</translation>
    </message>
    <message>
        <source>What the columns hold</source>
        <translation>Ce que contiennent les colonnes</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Ce qui changerait</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>&amp;Import %1 place</source>
        <translation>&amp;Importer %1 lieu</translation>
    </message>
    <message>
        <source>&amp;Import %1 places</source>
        <translation>&amp;Importer %1 lieux</translation>
    </message>
    <message>
        <source>&amp;Keep %1 question</source>
        <translation>&amp;Garder %1 question</translation>
    </message>
    <message>
        <source>&amp;Keep %1 questions</source>
        <translation>&amp;Garder %1 questions</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>Rien à importer</translation>
    </message>
    <message>
        <source>Reading and comparing…</source>
        <translation>Lecture et comparaison…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importation…</translation>
    </message>
    <message>
        <source>&amp;Flag %1 place as gone</source>
        <translation>&amp;Signaler %1 lieu disparu</translation>
    </message>
    <message>
        <source>&amp;Flag %1 places as gone</source>
        <translation>&amp;Signaler %1 lieux disparus</translation>
    </message>
</context>
<context>
    <name>repere::gui::ImportPreviewPage</name>
    <message>
        <source>%1 value about persons is left out.</source>
        <translation>%1 donnée personnelle est laissée de côté.</translation>
    </message>
    <message>
        <source>%1 values about persons are left out.</source>
        <translation>%1 données personnelles sont laissées de côté.</translation>
    </message>
    <message>
        <source>%1 record read</source>
        <translation>%1 lu</translation>
    </message>
    <message>
        <source>%1 records read</source>
        <translation>%1 lus</translation>
    </message>
    <message>
        <source>Choose a record to see what it says.</source>
        <translation>Choisissez un enregistrement pour voir ce qu’il dit.</translation>
    </message>
    <message>
        <source>Nothing of this kind.</source>
        <translation>Rien de cette sorte.</translation>
    </message>
    <message>
        <source>No record has this name.</source>
        <translation>Aucun enregistrement ne porte ce nom.</translation>
    </message>
    <message>
        <source>What is doubtful is not added: answer here, or later in Edit, Duplicates.</source>
        <translation>Ce qui est douteux n’est pas ajouté : répondez ici, ou plus tard dans Édition, Doublons.</translation>
    </message>
    <message>
        <source>There is no place in it.</source>
        <translation>Il n’y a aucun lieu dedans.</translation>
    </message>
    <message>
        <source>%1 place that its source had is not in the list: it will be flagged as gone, not removed.</source>
        <translation>%1 lieu que sa source avait n’est pas dans la liste : il sera signalé comme disparu, pas supprimé.</translation>
    </message>
    <message>
        <source>%1 places that their source had are not in the list: they will be flagged as gone, not removed.</source>
        <translation>%1 lieux que leur source avait ne sont pas dans la liste : ils seront signalés comme disparus, pas supprimés.</translation>
    </message>
    <message>
        <source>%1 place that its source had is not in the list and will not be flagged: it may be an extract.</source>
        <translation>%1 lieu que sa source avait n’est pas dans la liste et ne sera pas signalé : ce peut être un extrait.</translation>
    </message>
    <message>
        <source>%1 places that their source had are not in the list and will not be flagged: it may be an extract.</source>
        <translation>%1 lieux que leur source avait ne sont pas dans la liste et ne seront pas signalés : ce peut être un extrait.</translation>
    </message>
</context>
<context>
    <name>repere::gui::ImportSourcePage</name>
    <message>
        <source>Recognised by its content</source>
        <translation>Reconnu à son contenu</translation>
    </message>
    <message>
        <source>Import places</source>
        <translation>Importer des lieux</translation>
    </message>
    <message>
        <source>Tables and maps (*.csv *.tsv *.txt *.json *.geojson *.jsonld *.xlsx *.ods *.kml *.gpx *.gpkg *.shp *.fgb);;All files (*)</source>
        <translation>Tableaux et cartes (*.csv *.tsv *.txt *.json *.geojson *.jsonld *.xlsx *.ods *.kml *.gpx *.gpkg *.shp *.fgb);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Fetching %1…</source>
        <translation>Téléchargement depuis %1…</translation>
    </message>
    <message>
        <source>Choose files, or drop them here.</source>
        <translation>Choisissez des fichiers, ou déposez-les ici.</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>depuis un fichier</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non indiquée</translation>
    </message>
    <message>
        <source>May hold personal data, which are kept out unless you tick them.</source>
        <translation>Peut contenir des données personnelles, laissées de côté sauf si vous cochez la case.</translation>
    </message>
    <message>
        <source>%1 is no address that can be read: one begins with https://.</source>
        <translation>%1 n’est pas une adresse lisible : elle commence par https://.</translation>
    </message>
    <message>
        <source>%1, unchanged since last time</source>
        <translation>%1, inchangé depuis la dernière fois</translation>
    </message>
</context>
<context>
    <name>repere::gui::LayerPanel</name>
    <message>
        <source>None: the places alone</source>
        <translation>Aucune : les lieux seuls</translation>
    </message>
    <message>
        <source>Territories</source>
        <translation>Territoires</translation>
    </message>
    <message>
        <source>Uncovered areas</source>
        <translation>Zones non couvertes</translation>
    </message>
    <message>
        <source>Région</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Number of places</source>
        <translation>Nombre de lieux</translation>
    </message>
    <message>
        <source>Places per 100,000 inhabitants</source>
        <translation>Lieux pour 100 000 habitants</translation>
    </message>
    <message>
        <source>Share of places that have a machine</source>
        <translation>Part des lieux qui ont une machine</translation>
    </message>
    <message>
        <source>As many in each</source>
        <translation>Effectifs égaux</translation>
    </message>
    <message>
        <source>Equal steps</source>
        <translation>Amplitudes égales</translation>
    </message>
    <message>
        <source>Own bounds</source>
        <translation>Bornes choisies</translation>
    </message>
    <message>
        <source>for example 1; 2; 5</source>
        <translation>par exemple 1 ; 2 ; 5</translation>
    </message>
    <message>
        <source>Colour the territories by their places, or show what is far from any of them. The layer follows the filter.</source>
        <translation>Colorez les territoires selon leurs lieux, ou montrez ce qui est loin de tout lieu. La couche suit le filtre.</translation>
    </message>
    <message>
        <source>Being computed…</source>
        <translation>Calcul en cours…</translation>
    </message>
    <message>
        <source>A click on a line or on the map chooses the territory.</source>
        <translation>Un clic sur une ligne ou sur la carte choisit le territoire.</translation>
    </message>
    <message>
        <source>%1 place without a position is near nobody.</source>
        <translation>%1 lieu sans position n’est près de personne.</translation>
    </message>
    <message>
        <source>%1 places without a position are near nobody.</source>
        <translation>%1 lieux sans position ne sont près de personne.</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Enregistrer le tableau</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (*.csv)</source>
        <translation>Tableau pour un tableur (*.csv)</translation>
    </message>
    <message>
        <source>uncovered-communes.csv</source>
        <translation>communes-non-couvertes.csv</translation>
    </message>
    <message>
        <source>territories.csv</source>
        <translation>territoires.csv</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Table saved: %1</source>
        <translation>Tableau enregistré : %1</translation>
    </message>
</context>
<context>
    <name>repere::gui::MainWindow</name>
    <message>
        <source>The map is being drawn…</source>
        <translation>La carte se dessine…</translation>
    </message>
    <message>
        <source>Offline: no connection open</source>
        <translation>Hors ligne : aucune connexion ouverte</translation>
    </message>
    <message>
        <source>Everything comes from this computer.</source>
        <translation>Tout vient de cet ordinateur.</translation>
    </message>
    <message>
        <source>Another program changed this file; what you see is up to date.</source>
        <translation>Un autre programme a changé ce fichier ; ce que vous voyez est à jour.</translation>
    </message>
    <message>
        <source>%1 (read only) — Repère</source>
        <translation>%1 (lecture seule) — Repère</translation>
    </message>
    <message>
        <source>%1 — Repère</source>
        <translation>%1 — Repère</translation>
    </message>
    <message>
        <source>Export %1 place…</source>
        <translation>Exporter %1 lieu…</translation>
    </message>
    <message>
        <source>Export %1 places…</source>
        <translation>Exporter %1 lieux…</translation>
    </message>
    <message>
        <source>%1 without an exact position</source>
        <translation>%1 sans position précise</translation>
    </message>
    <message>
        <source>%1 not on the map</source>
        <translation>%1 hors de la carte</translation>
    </message>
    <message>
        <source>%1 place exported to %2</source>
        <translation>%1 lieu exporté vers %2</translation>
    </message>
    <message>
        <source>%1 places exported to %2</source>
        <translation>%1 lieux exportés vers %2</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Save a picture of the map</source>
        <translation>Enregistrer une image de la carte</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Images (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Picture saved: %1</source>
        <translation>Image enregistrée : %1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>Masquer : %1</translation>
    </message>
    <message>
        <source>Search bar</source>
        <translation>Barre de recherche</translation>
    </message>
    <message>
        <source>Name, town, machine, service…</source>
        <translation>Nom, ville, machine, service…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Rechercher</translation>
    </message>
    <message>
        <source>&amp;Distance from…</source>
        <translation>&amp;Distance depuis…</translation>
    </message>
    <message>
        <source>&amp;Take the last choice away</source>
        <translation>Retirer le &amp;dernier choix</translation>
    </message>
    <message>
        <source>Take e&amp;very choice away</source>
        <translation>Retirer &amp;tous les choix</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>&amp;Filtres</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Lieu</translation>
    </message>
    <message>
        <source>List as a &amp;table</source>
        <translation>Liste en &amp;tableau</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Comme le &amp;bureau</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claires</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>&amp;Sombres</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Carte</translation>
    </message>
    <message>
        <source>&amp;Show all the places of the list</source>
        <translation>&amp;Montrer tous les lieux de la liste</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom &amp;avant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>&amp;Only what is in view</source>
        <translation>&amp;Seulement dans la vue</translation>
    </message>
    <message>
        <source>Save a &amp;picture…</source>
        <translation>Enregistrer une &amp;image…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About Repère</source>
        <translation>À &amp;propos de Repère</translation>
    </message>
    <message>
        <source>&amp;Choose by drawing</source>
        <translation>C&amp;hoisir en dessinant</translation>
    </message>
    <message>
        <source>A &amp;rectangle</source>
        <translation>Un &amp;rectangle</translation>
    </message>
    <message>
        <source>A &amp;line around them</source>
        <translation>Un tracé à main &amp;levée</translation>
    </message>
    <message>
        <source>A &amp;distance around a point</source>
        <translation>Un rayon autour d’un &amp;point</translation>
    </message>
    <message>
        <source>Online: %1</source>
        <translation>En ligne : %1</translation>
    </message>
    <message>
        <source>The map comes from there, as you chose in Map, Ground.</source>
        <translation>La carte vient de là, comme vous l’avez choisi dans Carte, Fond de carte.</translation>
    </message>
    <message>
        <source>Territories</source>
        <translation>Territoires</translation>
    </message>
    <message>
        <source>Poster written: %1</source>
        <translation>Affiche écrite : %1</translation>
    </message>
    <message>
        <source>P&amp;oster…</source>
        <translation>Affic&amp;he…</translation>
    </message>
    <message>
        <source>T&amp;erritories</source>
        <translation>&amp;Territoires</translation>
    </message>
    <message>
        <source>Show the chosen place on the &amp;map</source>
        <translation>Montrer le lieu choisi sur la &amp;carte</translation>
    </message>
    <message>
        <source>This place is not on the map: its position is unknown.</source>
        <translation>Ce lieu n’est pas sur la carte : sa position est inconnue.</translation>
    </message>
    <message>
        <source>No place is chosen.</source>
        <translation>Aucun lieu n’est choisi.</translation>
    </message>
    <message>
        <source>Show the chosen place in the &amp;list</source>
        <translation>Montrer le lieu choisi dans la &amp;liste</translation>
    </message>
    <message>
        <source>Records of an import that may be places you have already</source>
        <translation>Fiches d’un import qui sont peut-être des lieux que vous avez déjà</translation>
    </message>
    <message>
        <source>%1 record to decide</source>
        <translation>%1 fiche à décider</translation>
    </message>
    <message>
        <source>%1 records to decide</source>
        <translation>%1 fiches à décider</translation>
    </message>
</context>
<context>
    <name>repere::gui::MapPane</name>
    <message>
        <source>Mainland France</source>
        <translation>Métropole</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>this point</source>
        <translation>ce point</translation>
    </message>
    <message>
        <source>this point (%1)</source>
        <translation>ce point (%1)</translation>
    </message>
</context>
<context>
    <name>repere::gui::OriginsDialog</name>
    <message>
        <source>Where the values of %1 come from</source>
        <translation>D’où viennent les valeurs de %1</translation>
    </message>
    <message>
        <source>&amp;Show this value</source>
        <translation>&amp;Montrer cette valeur</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>%1 (gone from its list)</source>
        <translation>%1 (disparu de sa liste)</translation>
    </message>
    <message>
        <source>Nothing is recorded of this place.</source>
        <translation>Rien n’est noté de ce lieu.</translation>
    </message>
    <message>
        <source>A tick stands beside what the place shows. Choose another value to show that one: it then stays, whatever the sources say.</source>
        <translation>La coche marque ce que le lieu montre. Choisissez une autre valeur pour la montrer à sa place : elle reste alors, quoi que disent les sources.</translation>
    </message>
    <message>
        <source>none stated</source>
        <translation>non indiquée</translation>
    </message>
</context>
<context>
    <name>repere::gui::PlaceField</name>
    <message>
        <source>Distance from… (town, postcode)</source>
        <translation>Distance depuis… (ville, code postal)</translation>
    </message>
    <message>
        <source>Distance from</source>
        <translation>Distance depuis</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Jusqu’à quelle distance</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>à moins de %1</translation>
    </message>
    <message>
        <source>at any distance</source>
        <translation>à toute distance</translation>
    </message>
</context>
<context>
    <name>repere::gui::PosterDialog</name>
    <message>
        <source>The map of the list, %1, on a sheet with legend, scale, date and sources.</source>
        <translation>La carte de la liste, %1, sur une feuille avec légende, échelle, date et sources.</translation>
    </message>
    <message>
        <source>The places of the list</source>
        <translation>Les lieux de la liste</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>Ce que montre la carte</translation>
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
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>PDF, sharp at any size</source>
        <translation>PDF, net à toute taille</translation>
    </message>
    <message>
        <source>SVG, to work on in a drawing program</source>
        <translation>SVG, à reprendre dans un logiciel de dessin</translation>
    </message>
    <message>
        <source>PNG, 150 dots an inch</source>
        <translation>PNG, 150 points par pouce</translation>
    </message>
    <message>
        <source>PNG, 300 dots an inch</source>
        <translation>PNG, 300 points par pouce</translation>
    </message>
    <message>
        <source>the places chosen, or their number</source>
        <translation>les territoires choisis, ou le nombre de lieux</translation>
    </message>
    <message>
        <source>Make the po&amp;ster</source>
        <translation>Fai&amp;re l’affiche</translation>
    </message>
    <message>
        <source>Say where the poster is to be written.</source>
        <translation>Dites où écrire l’affiche.</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>Ce dossier n’existe pas.</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Affiche</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Images (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation>Ce fichier existe et sera remplacé.</translation>
    </message>
</context>
<context>
    <name>repere::gui::Progress</name>
    <message>
        <source>%p%</source>
        <translation>%p %</translation>
    </message>
</context>
<context>
    <name>repere::gui::RecoveryActions</name>
    <message>
        <source>Put a &amp;copy back…</source>
        <translation>Remettre une &amp;copie…</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Le rouvrir</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Recover…</source>
        <translation>Récupérer…</translation>
    </message>
    <message>
        <source>The copy of %1 is in its place.</source>
        <translation>La copie du %1 est à sa place.</translation>
    </message>
    <message>
        <source>The former file is kept as %1.</source>
        <translation>L’ancien fichier est gardé sous le nom %1.</translation>
    </message>
    <message>
        <source>What can be read is being saved…</source>
        <translation>Ce qui peut être lu est enregistré…</translation>
    </message>
    <message>
        <source>%1 place could be read.</source>
        <translation>%1 lieu a pu être lu.</translation>
    </message>
    <message>
        <source>%1 places could be read.</source>
        <translation>%1 lieux ont pu être lus.</translation>
    </message>
    <message>
        <source>%1 place is lost.</source>
        <translation>%1 lieu est perdu.</translation>
    </message>
    <message>
        <source>%1 places are lost.</source>
        <translation>%1 lieux sont perdus.</translation>
    </message>
    <message>
        <source>Parts of the file could not be read.</source>
        <translation>Des parties du fichier n’ont pas pu être lues.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
</context>
<context>
    <name>repere::gui::RecoveryDialog</name>
    <message>
        <source>&amp;Put this copy back</source>
        <translation>&amp;Remettre cette copie</translation>
    </message>
    <message>
        <source>&amp;Save what can be read</source>
        <translation>&amp;Garder ce qui peut être lu</translation>
    </message>
    <message>
        <source>Put a copy of “%1” back</source>
        <translation>Remettre une copie de « %1 »</translation>
    </message>
    <message>
        <source>“%1” is damaged</source>
        <translation>« %1 » est endommagé</translation>
    </message>
    <message>
        <source>“%1” is not there any more</source>
        <translation>« %1 » n’est plus là</translation>
    </message>
    <message>
        <source>Repère keeps copies by itself, a while after a file was opened that had changed.</source>
        <translation>Repère garde des copies de lui-même, un peu après l’ouverture d’un fichier qui a changé.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the present file is kept beside, under another name.</source>
        <translation>Rien n’est effacé : le fichier actuel est gardé à côté, sous un autre nom.</translation>
    </message>
    <message>
        <source>The copy gets the name of the file that is gone.</source>
        <translation>La copie prend le nom du fichier qui n’est plus là.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day and a time</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <comment>megabytes</comment>
        <translation>%1 Mo</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>%1 place can still be read.</source>
        <translation>%1 lieu peut encore être lu.</translation>
    </message>
    <message>
        <source>%1 places can still be read.</source>
        <translation>%1 lieux peuvent encore être lus.</translation>
    </message>
    <message>
        <source>%1 is lost.</source>
        <translation>%1 est perdu.</translation>
    </message>
    <message>
        <source>%1 are lost.</source>
        <translation>%1 sont perdus.</translation>
    </message>
</context>
<context>
    <name>repere::gui::ResultList</name>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
</context>
<context>
    <name>repere::gui::ResultPane</name>
    <message>
        <source>Order of the list</source>
        <translation>Ordre de la liste</translation>
    </message>
    <message>
        <source>Show the places that say nothing about their machines</source>
        <translation>Montrer les lieux qui ne disent rien de leurs machines</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>commune</source>
        <translation>commune</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>distance</translation>
    </message>
    <message>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <source>Sort: %1 ▾</source>
        <translation>Trier : %1 ▾</translation>
    </message>
    <message>
        <source>By &amp;name</source>
        <translation>Par &amp;nom</translation>
    </message>
    <message>
        <source>By &amp;commune</source>
        <translation>Par &amp;commune</translation>
    </message>
    <message>
        <source>By &amp;distance</source>
        <translation>Par &amp;distance</translation>
    </message>
    <message>
        <source>By d&amp;ate</source>
        <translation>Par d&amp;ate</translation>
    </message>
    <message>
        <source>&amp;Reverse order</source>
        <translation>Ordre &amp;inverse</translation>
    </message>
    <message>
        <source>département</source>
        <translation>département</translation>
    </message>
    <message>
        <source>By d&amp;épartement</source>
        <translation>Par d&amp;épartement</translation>
    </message>
</context>
<context>
    <name>repere::gui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Filters and list</source>
        <translation>Filtres et liste</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Take the last choice away</source>
        <translation>Retirer le dernier choix</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Choose the value under the cursor</source>
        <translation>Choisir la valeur sous le curseur</translation>
    </message>
    <message>
        <source>Alt+Space, Alt+click</source>
        <translation>Alt+Espace, Alt+clic</translation>
    </message>
    <message>
        <source>Exclude the value</source>
        <translation>Exclure la valeur</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Haut, Bas</translation>
    </message>
    <message>
        <source>Previous and next place</source>
        <translation>Lieu précédent, lieu suivant</translation>
    </message>
    <message>
        <source>Shift or Ctrl+click</source>
        <translation>Maj ou Ctrl+clic</translation>
    </message>
    <message>
        <source>Several places, to copy them</source>
        <translation>Plusieurs lieux, pour les copier</translation>
    </message>
</context>
<context>
    <name>repere::gui::SourcesDialog</name>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Appliquer</translation>
    </message>
    <message>
        <source>all fields</source>
        <translation>tous les champs</translation>
    </message>
    <message>
        <source>&amp;Believe the sources in this order (else the newest statement)</source>
        <translation>&amp;Croire les sources dans cet ordre (sinon la plus récente)</translation>
    </message>
    <message>
        <source>%1 place</source>
        <translation>%1 lieu</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 lieux</translation>
    </message>
    <message>
        <source>No import has said where its values come from yet.</source>
        <translation>Aucun import n’a encore dit d’où viennent ses valeurs.</translation>
    </message>
    <message>
        <source>Settling the places…</source>
        <translation>Les lieux suivent le nouvel ordre…</translation>
    </message>
    <message>
        <source>An o&amp;rder of its own (else that of all fields)</source>
        <translation>&amp;Un ordre propre à ce champ (sinon celui de tous les champs)</translation>
    </message>
</context>
<context>
    <name>repere::models::AddressModel</name>
    <message>
        <source>The geocoder knows no place for these words.</source>
        <translation>Le géocodeur ne connaît aucun lieu pour ces mots.</translation>
    </message>
    <message>
        <source>the words fit badly</source>
        <translation>les mots correspondent mal</translation>
    </message>
    <message>
        <source>at the address</source>
        <translation>à l’adresse</translation>
    </message>
    <message>
        <source>only the town was found</source>
        <translation>seule la commune a été trouvée</translation>
    </message>
    <message>
        <source>in the street, no number</source>
        <translation>dans la rue, sans numéro</translation>
    </message>
    <message>
        <source>about there</source>
        <translation>à peu près là</translation>
    </message>
    <message>
        <source>%1 from the centre of the commune</source>
        <translation>à %1 du centre de la commune</translation>
    </message>
    <message>
        <source>%1 from its present position</source>
        <translation>à %1 de sa position actuelle</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Ce qui est envoyé</translation>
    </message>
    <message>
        <source>What is answered</source>
        <translation>Ce qui est répondu</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>another commune</source>
        <translation>autre commune</translation>
    </message>
</context>
<context>
    <name>repere::models::ImportModel</name>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Fusionné</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Inchangé</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Douteux</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 nouveau</translation>
    </message>
    <message>
        <source>%1 new ones</source>
        <translation>%1 nouveaux</translation>
    </message>
    <message>
        <source>%1 merged</source>
        <translation>%1 fusionné</translation>
    </message>
    <message>
        <source>%1 merged ones</source>
        <translation>%1 fusionnés</translation>
    </message>
    <message>
        <source>%1 unchanged</source>
        <translation>%1 inchangé</translation>
    </message>
    <message>
        <source>%1 unchanged ones</source>
        <translation>%1 inchangés</translation>
    </message>
    <message>
        <source>%1 doubtful</source>
        <translation>%1 douteux</translation>
    </message>
    <message>
        <source>%1 doubtful ones</source>
        <translation>%1 douteux</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 rejeté</translation>
    </message>
    <message>
        <source>%1 rejected ones</source>
        <translation>%1 rejetés</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissé de côté</translation>
    </message>
    <message>
        <source>may be %1 (%2)</source>
        <translation>peut-être %1 (%2)</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>est %1</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>ligne %1 : %2</translation>
    </message>
    <message>
        <source>%1 repair proposed</source>
        <translation>%1 réparation proposée</translation>
    </message>
    <message>
        <source>%1 repairs proposed</source>
        <translation>%1 réparations proposées</translation>
    </message>
    <message>
        <source>%1 repair</source>
        <translation>%1 réparation</translation>
    </message>
    <message>
        <source>%1 repairs</source>
        <translation>%1 réparations</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(sans nom)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>%1 absent</translation>
    </message>
    <message>
        <source>%1 gone ones</source>
        <translation>%1 absents</translation>
    </message>
    <message>
        <source>gone from the list of %1</source>
        <translation>disparu de la liste de %1</translation>
    </message>
    <message>
        <source>not in the list of %1, not flagged</source>
        <translation>pas dans la liste de %1, pas signalé</translation>
    </message>
</context>
<context>
    <name>repere::models::MapLayers</name>
    <message>
        <source>%1 région</source>
        <translation>%1 région</translation>
    </message>
    <message>
        <source>%1 régions</source>
        <translation>%1 régions</translation>
    </message>
    <message>
        <source>%1 département</source>
        <translation>%1 département</translation>
    </message>
    <message>
        <source>%1 départements</source>
        <translation>%1 départements</translation>
    </message>
    <message>
        <source>Farther than %1 from any place</source>
        <translation>À plus de %1 de tout lieu</translation>
    </message>
    <message>
        <source>Places by région</source>
        <translation>Lieux par région</translation>
    </message>
    <message>
        <source>Places by département</source>
        <translation>Lieux par département</translation>
    </message>
    <message>
        <source>Places per 100,000 inhabitants, by région</source>
        <translation>Lieux pour 100 000 habitants, par région</translation>
    </message>
    <message>
        <source>Places per 100,000 inhabitants, by département</source>
        <translation>Lieux pour 100 000 habitants, par département</translation>
    </message>
    <message>
        <source>Share of places with: %1, by région</source>
        <translation>Part des lieux avec : %1, par région</translation>
    </message>
    <message>
        <source>Share of places with: %1, by département</source>
        <translation>Part des lieux avec : %1, par département</translation>
    </message>
    <message>
        <source>Being computed…</source>
        <translation>Calcul en cours…</translation>
    </message>
    <message>
        <source>%1 of %2 communes, %3 inhabitants (%4)</source>
        <translation>%1 communes sur %2, %3 habitants (%4)</translation>
    </message>
    <message>
        <source>%1 place</source>
        <translation>%1 lieu</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 lieux</translation>
    </message>
    <message>
        <source>%1 per 100,000 inhabitants</source>
        <translation>%1 pour 100 000 habitants</translation>
    </message>
    <message>
        <source>%1 says nothing of its machines</source>
        <translation>%1 ne dit rien de ses machines</translation>
    </message>
    <message>
        <source>%1 say nothing of their machines</source>
        <translation>%1 ne disent rien de leurs machines</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>aucun lieu</translation>
    </message>
    <message>
        <source>population unknown</source>
        <translation>population inconnue</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1 : %2 (%3)</translation>
    </message>
</context>
<context>
    <name>repere::models::MapState</name>
    <message>
        <source>approximate position</source>
        <translation>position approximative</translation>
    </message>
    <message>
        <source>%1 place</source>
        <translation>%1 lieu</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 lieux</translation>
    </message>
    <message>
        <source>several places: how many, of which types</source>
        <translation>plusieurs lieux : combien, de quels types</translation>
    </message>
</context>
<context>
    <name>repere::models::PlaceModel</name>
    <message>
        <source>%1 inhabitant</source>
        <translation>%1 habitant</translation>
    </message>
    <message>
        <source>%1 inhabitants</source>
        <translation>%1 habitants</translation>
    </message>
</context>
<context>
    <name>repere::models::ResultModel</name>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Seen in</source>
        <translation>Vu en</translation>
    </message>
</context>
<context>
    <name>repere::models::SafeKeeper</name>
    <message>
        <source>%1 is damaged: it can be read, not changed, until it has been recovered.</source>
        <translation>%1 est endommagé : il peut être lu, pas modifié, tant qu’il n’a pas été récupéré.</translation>
    </message>
</context>
<context>
    <name>repere::models::TerritoryModel</name>
    <message>
        <source>Région</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Inhabitants</source>
        <translation>Habitants</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Places that have the machine, of all of the territory</source>
        <translation>Lieux qui ont la machine, sur tous ceux du territoire</translation>
    </message>
    <message>
        <source>Places per 100,000 inhabitants</source>
        <translation>Lieux pour 100 000 habitants</translation>
    </message>
    <message>
        <source>Places that say nothing of their machines</source>
        <translation>Lieux qui ne disent rien de leurs machines</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densité</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Muets</translation>
    </message>
</context>
<context>
    <name>repere::models::TwinComparison</name>
    <message>
        <source>not stated</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>In the directory</source>
        <translation>Dans l’annuaire</translation>
    </message>
    <message>
        <source>Waiting record</source>
        <translation>Fiche en attente</translation>
    </message>
    <message>
        <source>Perhaps the same</source>
        <translation>Peut-être le même</translation>
    </message>
</context>
<context>
    <name>repere::models::TwinModel</name>
    <message>
        <source>the place is gone</source>
        <translation>le lieu n’existe plus</translation>
    </message>
    <message>
        <source>%1 (waiting)</source>
        <translation>%1 (en attente)</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Ressemblance</translation>
    </message>
    <message>
        <source>In the directory</source>
        <translation>Dans l’annuaire</translation>
    </message>
    <message>
        <source>Perhaps the same</source>
        <translation>Peut-être le même</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
</context>
<context>
    <name>repere::models::UncoveredModel</name>
    <message>
        <source>Commune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Inhabitants</source>
        <translation>Habitants</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Le plus proche</translation>
    </message>
</context>
</TS>
