<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About SRFax Desktop</source>
        <translation>À propos de SRFax Desktop</translation>
    </message>
    <message>
        <source>SRFax Desktop {0}</source>
        <translation>SRFax Desktop {0}</translation>
    </message>
    <message>
        <source>Stops faxes that are queued at SRFax, and tells the truth about each of them.

It sends nothing to anyone but SRFax: no statistics, and no automatic check for updates. It is not made by SRFax.

MIT License. Qt is used under the LGPL, version 3.</source>
        <translation>Arrête les télécopies qui sont dans la file d’attente de SRFax et dit la vérité sur chacune d’elles.

Il n’envoie rien à personne d’autre que SRFax&#xa0;: aucune statistique, et aucune recherche automatique de mises à jour. Il n’est pas fait par SRFax.

Licence MIT. Qt est utilisé sous la LGPL, version 3.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Licences…</source>
        <translation>&amp;Licences…</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
</context>
<context>
    <name>AccountButton</name>
    <message>
        <source>Account {0}</source>
        <translation>Compte {0}</translation>
    </message>
    <message>
        <source>Add another account…</source>
        <translation>Ajouter un autre compte…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Réglages…</translation>
    </message>
    <message>
        <source>&amp;Not signed in</source>
        <translation>&amp;Non connecté</translation>
    </message>
    <message>
        <source>Sign-in, accounts and settings</source>
        <translation>Connexion, comptes et réglages</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Sign out and forget the password</source>
        <translation>Se déconnecter et oublier le mot de passe</translation>
    </message>
    <message>
        <source>Retry by itself when a countdown ends</source>
        <translation>Réessayer automatiquement à la fin du compte à rebours</translation>
    </message>
    <message>
        <source>Look for queued faxes by itself</source>
        <translation>Chercher automatiquement les télécopies en attente</translation>
    </message>
    <message>
        <source>Acco&amp;unt {0}</source>
        <translation>Com&amp;pte {0}</translation>
    </message>
    <message>
        <source>Include the faxes of sub-users</source>
        <translation>Inclure les télécopies des sous-utilisateurs</translation>
    </message>
    <message>
        <source>Add fax IDs from the clipboard</source>
        <translation>Ajouter les ID de télécopie du presse-papiers</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>No account is stored on this computer yet</source>
        <translation>Aucun compte n’est encore enregistré sur cet ordinateur</translation>
    </message>
    <message>
        <source>Practice works with an account of its own</source>
        <translation>L’exercice a son propre compte</translation>
    </message>
    <message>
        <source>Account {0} – signed in</source>
        <translation>Compte {0} – connecté</translation>
    </message>
    <message>
        <source>Account {0}</source>
        <translation>Compte {0}</translation>
    </message>
    <message>
        <source>&amp;Add another account…</source>
        <translation>&amp;Ajouter un autre compte…</translation>
    </message>
    <message>
        <source>Switch &amp;to it</source>
        <translation>&amp;Passer à ce compte</translation>
    </message>
    <message>
        <source>&amp;Forget it…</source>
        <translation>&amp;Oublier ce compte…</translation>
    </message>
    <message>
        <source>Practice has an account of its own. Yours are left alone.</source>
        <translation>L’exercice a son propre compte. Les vôtres ne sont pas touchés.</translation>
    </message>
    <message>
        <source>Each fax belongs to one account, and SRFax is asked about it with the password of that account only. Passwords are kept in the password vault of this computer if you asked for that. Changes on this page take effect at once.</source>
        <translation>Chaque télécopie appartient à un compte, et SRFax n’est interrogé à son sujet qu’avec le mot de passe de ce compte. Les mots de passe sont gardés dans le coffre de mots de passe de cet ordinateur, si vous l’avez demandé. Les changements faits sur cette page s’appliquent aussitôt.</translation>
    </message>
    <message>
        <source>This account is signed in already</source>
        <translation>Ce compte est déjà connecté</translation>
    </message>
</context>
<context>
    <name>AttemptsModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>SRFax’s words</source>
        <translation>Réponse de SRFax</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0}&#xa0;s</translation>
    </message>
</context>
<context>
    <name>BringingIn</name>
    <message>
        <source>Import fax IDs</source>
        <translation>Importer des ID de télécopie</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt)</source>
        <translation>Listes (*.csv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>There are no fax IDs on the clipboard.</source>
        <translation>Il n’y a aucun ID de télécopie dans le presse-papiers.</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Gathering what it will contain…</source>
        <translation>Préparation du contenu…</translation>
    </message>
    <message>
        <source>It could not be put together. “Open the log folder” in the menu shows what it is made of.</source>
        <translation>Le dossier n’a pas pu être préparé. «&#xa0;Ouvrir le dossier du journal&#xa0;», dans le menu, montre de quoi il est fait.</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Fichiers zip (*.zip)</translation>
    </message>
    <message>
        <source>Saved as “{0}” in “{1}”. Nothing was sent to anybody.</source>
        <translation>Enregistré sous «&#xa0;{0}&#xa0;» dans «&#xa0;{1}&#xa0;». Rien n’a été envoyé à qui que ce soit.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Support bundle</source>
        <translation>Dossier de soutien</translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation>Enregistrer le dossier de soutien</translation>
    </message>
    <message>
        <source>For whoever looks after this program. It is saved on this computer and sent to nobody. Left out or hidden: passwords, fax numbers, subjects, file names, notes, your user name, and all but the last two digits of the account number. Fax IDs stay in: they are not fax numbers, and no fault can be traced without them. Everything that will be in it is shown below, word for word.</source>
        <translation>Pour la personne qui s’occupe de ce programme. Il est enregistré sur cet ordinateur et n’est envoyé à personne. Omis ou masqués&#xa0;: mots de passe, numéros de télécopieur, objets, noms de fichiers, notes, votre nom d’utilisateur, et le numéro de compte sauf ses deux derniers chiffres. Les ID de télécopie restent&#xa0;: ce ne sont pas des numéros de télécopieur, et sans eux aucun problème ne peut être retracé. Vous voyez ci-dessous, mot pour mot, tout ce qu’il contiendra.</translation>
    </message>
    <message>
        <source>Files in the bundle</source>
        <translation>Fichiers du dossier</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>Contenu du fichier</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>{0} KB</source>
        <translation>{0}&#xa0;Ko</translation>
    </message>
</context>
<context>
    <name>CallFields</name>
    <message>
        <source>No&amp;w</source>
        <translation>&amp;Maintenant</translation>
    </message>
    <message>
        <source>Spoke to</source>
        <translation>Personne jointe</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Fill in the present date and time</source>
        <translation>Inscrire la date et l’heure actuelles</translation>
    </message>
</context>
<context>
    <name>ColumnDialog</name>
    <message>
        <source>Which column?</source>
        <translation>Quelle colonne?</translation>
    </message>
    <message>
        <source>&amp;Which column has the fax IDs?</source>
        <translation>&amp;Quelle colonne contient les ID de télécopie?</translation>
    </message>
    <message>
        <source>Choose a column…</source>
        <translation>Choisissez une colonne…</translation>
    </message>
    <message>
        <source>Which column has the fax IDs?</source>
        <translation>Quelle colonne contient les ID de télécopie?</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>Les premières lignes</translation>
    </message>
    <message>
        <source>&amp;Add the fax IDs</source>
        <translation>A&amp;jouter les ID de télécopie</translation>
    </message>
    <message>
        <source>Add the fax IDs</source>
        <translation>Ajouter les ID de télécopie</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>{0} (no room for it now)</source>
        <translation>{0} (pas de place actuellement)</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Choose a fax to see what happened to it.</source>
        <translation>Choisissez une télécopie pour voir ce qui s’est passé.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the history</source>
        <translation>Exporter l’historique</translation>
    </message>
    <message>
        <source>fax-history-{0}</source>
        <translation>historique-telecopies-{0}</translation>
    </message>
    <message>
        <source>Table for Excel and others</source>
        <translation>Tableau pour Excel et autres</translation>
    </message>
    <message>
        <source>JSON Lines for programs</source>
        <translation>JSON Lines pour les programmes</translation>
    </message>
</context>
<context>
    <name>FaxActions</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>Cesser d’essayer</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Incident record…</source>
        <translation>Rapport d’incident…</translation>
    </message>
</context>
<context>
    <name>FaxDetails</name>
    <message>
        <source>History of the chosen fax</source>
        <translation>Historique de la télécopie choisie</translation>
    </message>
    <message>
        <source>In&amp;cident record…</source>
        <translation>Rapport &amp;d’incident…</translation>
    </message>
    <message>
        <source>Incident record</source>
        <translation>Rapport d’incident</translation>
    </message>
    <message>
        <source>A page for your files: what was asked, what SRFax said, when (Ctrl+R)</source>
        <translation>Une page pour vos dossiers&#xa0;: ce qui a été demandé, ce que SRFax a répondu, et quand (Ctrl+R)</translation>
    </message>
    <message>
        <source>{0}: fax {1}</source>
        <translation>{0}&#xa0;: télécopie {1}</translation>
    </message>
</context>
<context>
    <name>FaxTable</name>
    <message>
        <source>No faxes in the list yet.

Find my queued faxes (F5) shows what SRFax has in its queue.
Or type or paste the IDs of the faxes that must not go out, and press Enter.
The ID is the FaxDetailsID that SRFax gave when the fax was queued.</source>
        <translation>Aucune télécopie dans la liste pour le moment.

«&#xa0;Chercher mes télécopies en attente&#xa0;» (F5) montre ce que SRFax a dans sa file d’attente.
Ou tapez ou collez les ID des télécopies qui ne doivent pas partir, puis appuyez sur Entrée.
L’ID est le FaxDetailsID que SRFax a donné quand la télécopie a été mise en file d’attente.</translation>
    </message>
    <message>
        <source>Faxes</source>
        <translation>Télécopies</translation>
    </message>
    <message>
        <source>Enter or Space does what the last column says. Delete takes faxes off the list. Escape stops trying those whose countdown runs. The menu key shows what else can be done.</source>
        <translation>Entrée ou Espace fait ce qu’indique la dernière colonne. Suppr retire des télécopies de la liste. Échap met fin aux essais de celles dont le compte à rebours court. La touche Menu montre ce qui peut être fait d’autre.</translation>
    </message>
    <message>
        <source>No fax matches the filter.</source>
        <translation>Aucune télécopie ne correspond au filtre.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Nom du fichier&#xa0;:</translation>
    </message>
    <message>
        <source>File &amp;type:</source>
        <translation>&amp;Type de fichier&#xa0;:</translation>
    </message>
    <message>
        <source>Save &amp;in:</source>
        <translation>Enregistrer &amp;dans&#xa0;:</translation>
    </message>
    <message>
        <source>Look &amp;in:</source>
        <translation>Chercher &amp;dans&#xa0;:</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search for a fax ID, number, account or SRFax’s words…</source>
        <translation>Chercher un ID de télécopie, un numéro, un compte ou une réponse de SRFax…</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Chercher dans l’historique</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est affiché</translation>
    </message>
    <message>
        <source>any day</source>
        <translation>n’importe quel jour</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Du</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>A&amp;u</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Sho&amp;w full fax numbers</source>
        <translation>Afficher les &amp;numéros de télécopieur complets</translation>
    </message>
    <message>
        <source>Show full fax numbers</source>
        <translation>Afficher les numéros de télécopieur complets</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Shows only faxes with these words in number, subject, sender, ID or status.</source>
        <translation>Affiche seulement les télécopies qui ont ces mots dans le numéro, l’objet, l’expéditeur, l’ID ou l’état.</translation>
    </message>
    <message>
        <source>Filter: number, subject, ID, status…</source>
        <translation>Filtre&#xa0;: numéro, objet, ID, état…</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
</context>
<context>
    <name>FilterTeller</name>
    <message numerus="yes">
        <source>%Ln faxes match the filter, the first one is:</source>
        <comment>1 fax matches the filter:</comment>
        <translation>
            <numerusform>%Ln télécopie correspond au filtre&#xa0;:</numerusform>
            <numerusform>%Ln télécopies correspondent au filtre, la première est&#xa0;:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No filter: %Ln faxes.</source>
        <comment>No filter: 1 fax.</comment>
        <translation>
            <numerusform>Aucun filtre&#xa0;: %Ln télécopie.</numerusform>
            <numerusform>Aucun filtre&#xa0;: %Ln télécopies.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindButton</name>
    <message>
        <source>&amp;Find my queued faxes</source>
        <translation>&amp;Chercher mes télécopies en attente</translation>
    </message>
    <message>
        <source>Find my queued faxes</source>
        <translation>Chercher mes télécopies en attente</translation>
    </message>
    <message>
        <source>Ask SRFax which faxes are in its queue now (F5)</source>
        <translation>Demander à SRFax quelles télécopies sont maintenant dans sa file d’attente (F5)</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Stop &amp;trying</source>
        <translation>Cesser d’essa&amp;yer</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>Cesser d’essayer</translation>
    </message>
    <message>
        <source>Stop &amp;all</source>
        <translation>&amp;Tout arrêter</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Tout arrêter</translation>
    </message>
    <message>
        <source>&amp;Stop selected</source>
        <translation>Arrêter la &amp;sélection</translation>
    </message>
    <message>
        <source>Stop selected</source>
        <translation>Arrêter la sélection</translation>
    </message>
    <message>
        <source>Ask SRFax to stop the selected faxes, at once</source>
        <translation>Demander à SRFax d’arrêter les télécopies sélectionnées, immédiatement</translation>
    </message>
    <message>
        <source>Ask SRFax to stop every fax in the list</source>
        <translation>Demander à SRFax d’arrêter toutes les télécopies de la liste</translation>
    </message>
    <message>
        <source>No fax in the list waits to be stopped</source>
        <translation>Aucune télécopie de la liste n’attend d’être arrêtée</translation>
    </message>
    <message>
        <source>No fax waits to be tried again</source>
        <translation>Aucune télécopie n’attend un nouvel essai</translation>
    </message>
    <message>
        <source>No fax is being tried</source>
        <translation>Aucun essai n’est en cours</translation>
    </message>
    <message>
        <source>Each selected fax is being tried already, or has ended</source>
        <translation>Chaque télécopie sélectionnée est déjà en cours d’essai ou terminée</translation>
    </message>
    <message>
        <source>Select a fax first</source>
        <translation>Sélectionnez d’abord une télécopie</translation>
    </message>
    <message>
        <source>Try the selected faxes again at once</source>
        <translation>Réessayer immédiatement pour les télécopies sélectionnées</translation>
    </message>
    <message>
        <source>Try again at once, for all faxes</source>
        <translation>Réessayer immédiatement, pour toutes les télécopies</translation>
    </message>
    <message>
        <source>Stop trying for the selected faxes</source>
        <translation>Cesser d’essayer pour les télécopies sélectionnées</translation>
    </message>
    <message>
        <source>Stop trying for all faxes</source>
        <translation>Cesser d’essayer pour toutes les télécopies</translation>
    </message>
</context>
<context>
    <name>GuideDesk</name>
    <message>
        <source>This installation has no user’s guide.</source>
        <translation>Cette installation n’a pas de guide.</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User’s guide – SRFax Desktop</source>
        <translation>Guide d’utilisation – SRFax Desktop</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Table des matières</translation>
    </message>
    <message>
        <source>User’s guide</source>
        <translation>Guide d’utilisation</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Chercher dans le guide</translation>
    </message>
    <message>
        <source>Search the guide…</source>
        <translation>Chercher dans le guide…</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>He&amp;lp ▾</source>
        <translation>Aid&amp;e ▾</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>User’s &amp;guide</source>
        <translation>&amp;Guide d’utilisation</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;Support bundle…</source>
        <translation>Dossier de &amp;soutien…</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>Ouvrir le dossier du &amp;journal</translation>
    </message>
    <message>
        <source>Check for &amp;updates</source>
        <translation>Vérifier les &amp;mises à jour</translation>
    </message>
    <message>
        <source>&amp;About SRFax Desktop</source>
        <translation>À &amp;propos de SRFax Desktop</translation>
    </message>
</context>
<context>
    <name>HistoryJobs</name>
    <message>
        <source>Show this line</source>
        <translation>Afficher cette ligne</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Fax ID</source>
        <translation>ID de télécopie</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>SRFax’s words</source>
        <translation>Réponse de SRFax</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0}&#xa0;s</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Lines of the history</source>
        <translation>Lignes de l’historique</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Check &amp;history</source>
        <translation>&amp;Vérifier l’historique</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Something else is being done: wait until it is finished</source>
        <translation>Une autre opération est en cours&#xa0;: attendez qu’elle soit terminée</translation>
    </message>
    <message>
        <source>Lines that may be incomplete or old are not saved</source>
        <translation>Des lignes peut-être incomplètes ou anciennes ne sont pas enregistrées</translation>
    </message>
    <message>
        <source>There are no lines here to be saved</source>
        <translation>Il n’y a aucune ligne à enregistrer ici</translation>
    </message>
    <message>
        <source>See whether every line is as it was written</source>
        <translation>Voir si chaque ligne est telle qu’elle a été écrite</translation>
    </message>
    <message>
        <source>Save the lines that are shown as a file</source>
        <translation>Enregistrer dans un fichier les lignes affichées</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>IdLine</name>
    <message>
        <source>Type or paste fax IDs…</source>
        <translation>Tapez ou collez des ID de télécopie…</translation>
    </message>
    <message>
        <source>Fax IDs to add</source>
        <translation>ID de télécopie à ajouter</translation>
    </message>
    <message>
        <source>One or more fax IDs, separated by spaces, commas or new lines.</source>
        <translation>Un ou plusieurs ID de télécopie, séparés par des espaces, des virgules ou des retours de ligne.</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>A&amp;jouter</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Clear the line</source>
        <translation>Vider la ligne</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Lines not taken</source>
        <translation>Lignes non retenues</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opier</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copies the lines that were not taken, each with the reason.</source>
        <translation>Copie les lignes non retenues, chacune avec la raison.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Buttons and menus in view</source>
        <translation>Boutons et menus visibles</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu’elle fait</translation>
    </message>
</context>
<context>
    <name>LinkOffer</name>
    <message numerus="yes">
        <source>A link points at %Ln faxes.</source>
        <comment>A link points at 1 fax.</comment>
        <translation>
            <numerusform>Un lien désigne %Ln télécopie.</numerusform>
            <numerusform>Un lien désigne %Ln télécopies.</numerusform>
        </translation>
    </message>
    <message>
        <source>A link points at fax {0}. Is this the one that must not go out?</source>
        <translation>Un lien désigne la télécopie {0}. Est-ce celle qui ne doit pas partir?</translation>
    </message>
    <message>
        <source>SRFax does not know a fax with this ID.</source>
        <translation>SRFax ne connaît aucune télécopie avec cet identifiant.</translation>
    </message>
    <message>
        <source>SRFax’s lists have not told of it.</source>
        <translation>Les listes de SRFax n’en ont rien dit.</translation>
    </message>
    <message>
        <source>A link was opened that is not for this program: nothing was added to the list.</source>
        <translation>Un lien qui n’est pas destiné à ce programme a été ouvert&#xa0;: rien n’a été ajouté à la liste.</translation>
    </message>
    <message>
        <source>More links were opened than can be asked about at once: the last ones were left out.</source>
        <translation>Plus de liens ont été ouverts qu’on ne peut en traiter à la fois&#xa0;: les derniers ont été laissés de côté.</translation>
    </message>
</context>
<context>
    <name>ListBar</name>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Add fax IDs from a .csv or .txt file (Ctrl+O); a file can also be dropped here</source>
        <translation>Ajouter les ID de télécopie d’un fichier .csv ou .txt (Ctrl+O); un fichier peut aussi être déposé ici</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historique…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Every attempt ever made (Ctrl+H)</source>
        <translation>Toutes les tentatives jamais faites (Ctrl+H)</translation>
    </message>
</context>
<context>
    <name>LookingPage</name>
    <message numerus="yes">
        <source>every %Ln minutes</source>
        <comment>every minute</comment>
        <translation>
            <numerusform>toutes les minutes</numerusform>
            <numerusform>toutes les %Ln minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding faxes</source>
        <translation>Recherche des télécopies</translation>
    </message>
    <message>
        <source>only when I ask</source>
        <translation>seulement à ma demande</translation>
    </message>
    <message>
        <source>Look for &amp;queued faxes</source>
        <translation>Chercher les télécopies en &amp;file d’attente</translation>
    </message>
    <message>
        <source>While the window is in view. “Find my queued faxes” works at any time.</source>
        <translation>Tant que la fenêtre est visible. «&#xa0;Chercher mes télécopies en attente&#xa0;» cherche à tout moment.</translation>
    </message>
    <message>
        <source>Include the faxes of &amp;sub-users</source>
        <translation>Inclure les télécopies des &amp;sous-utilisateurs</translation>
    </message>
    <message>
        <source>SRFax lists them for the master account only.</source>
        <translation>SRFax ne les fournit que pour le compte principal.</translation>
    </message>
    <message>
        <source>every {0}</source>
        <translation>toutes les {0}</translation>
    </message>
</context>
<context>
    <name>LooksPage</name>
    <message>
        <source>Language and colours</source>
        <translation>Langue et couleurs</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Comme le système</translation>
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
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>SRFax Desktop</source>
        <translation>SRFax Desktop</translation>
    </message>
    <message>
        <source>SRFax Desktop – PRACTICE</source>
        <translation>SRFax Desktop – EXERCICE</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>Serveur &amp;mandataire</translation>
    </message>
    <message>
        <source>&amp;Address of the proxy</source>
        <translation>A&amp;dresse du serveur mandataire</translation>
    </message>
    <message>
        <source>If the proxy asks for a password: this program stores none. Choose the system’s proxy, and have whoever looks after your network enter it, with its password, in the variable HTTPS_PROXY of this computer.</source>
        <translation>Si le serveur mandataire demande un mot de passe&#xa0;: ce programme n’en conserve aucun pour lui. Choisissez celui du système, et demandez à la personne qui s’occupe de votre réseau de l’indiquer, avec son mot de passe, dans la variable HTTPS_PROXY de cet ordinateur.</translation>
    </message>
    <message>
        <source>Time limit for a c&amp;onnection</source>
        <translation>Délai pour éta&amp;blir une connexion</translation>
    </message>
    <message>
        <source>Time limit for an ans&amp;wer</source>
        <translation>Délai pour recevoir &amp;une réponse</translation>
    </message>
    <message>
        <source>A request that takes longer is broken off and tried again: whether it arrived is then not known. Changes on this page apply from the next request.</source>
        <translation>Une demande qui prend plus de temps est interrompue, puis essayée de nouveau&#xa0;: on ne sait alors pas si elle est arrivée. Les changements faits sur cette page s’appliquent dès la prochaine demande.</translation>
    </message>
    <message>
        <source>Please type the address of the proxy.</source>
        <translation>Veuillez taper l’adresse du serveur mandataire.</translation>
    </message>
    <message>
        <source>This is not the address of a proxy. It looks like http://proxy.example:3128.</source>
        <translation>Ce n’est pas l’adresse d’un serveur mandataire. Une telle adresse ressemble à http://proxy.example:3128.</translation>
    </message>
    <message>
        <source>No name and password here: they would be stored in the settings, where others could read them. Leave out everything up to the @.</source>
        <translation>Ni nom ni mot de passe ici&#xa0;: d’autres pourraient les lire dans les réglages. Omettez tout jusqu’au @.</translation>
    </message>
    <message>
        <source>The system’s</source>
        <translation>Celui du système</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>Celui-ci&#xa0;:</translation>
    </message>
</context>
<context>
    <name>NoticeBoard</name>
    <message>
        <source>Add from the clipboard</source>
        <translation>Ajouter du presse-papiers</translation>
    </message>
    <message>
        <source>Stop what the link points at</source>
        <translation>Arrêter ce que le lien désigne</translation>
    </message>
    <message numerus="yes">
        <source>Stop %Ln more faxes</source>
        <comment>Stop 1 more fax</comment>
        <translation>
            <numerusform>Arrêter %Ln autre télécopie</numerusform>
            <numerusform>Arrêter %Ln autres télécopies</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop these</source>
        <translation>Les arrêter</translation>
    </message>
    <message>
        <source>Leave these</source>
        <translation>Les laisser</translation>
    </message>
    <message>
        <source>Leave what the link points at</source>
        <translation>Laisser ce que le lien désigne</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Do not add from the clipboard</source>
        <translation>Ne pas ajouter du presse-papiers</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>Les rétablir</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Do not bring the backup back now</source>
        <translation>Ne pas rétablir la copie de sauvegarde maintenant</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>L’arrêter</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>La laisser</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Retry now, for all faxes</source>
        <translation>Réessayer maintenant, pour toutes les télécopies</translation>
    </message>
    <message>
        <source>Add the practice fa&amp;xes</source>
        <translation>Ajouter les télécopies d’e&amp;xercice</translation>
    </message>
    <message>
        <source>Start o&amp;ver</source>
        <translation>Repartir à &amp;zéro</translation>
    </message>
    <message>
        <source>Show in the list</source>
        <translation>Afficher dans la liste</translation>
    </message>
    <message>
        <source>Leave in the queue</source>
        <translation>Laisser en file</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Réessayer maintenant</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>&amp;Mask fax numbers in records and exports</source>
        <translation>Mas&amp;quer les numéros de télécopieur dans les rapports et les exportations</translation>
    </message>
    <message>
        <source>Only the last four digits are shown, unless you ask for all of them there.</source>
        <translation>Seuls les quatre derniers chiffres sont affichés, sauf si vous les y demandez tous.</translation>
    </message>
    <message>
        <source>&amp;Keep the history</source>
        <translation>Conser&amp;ver l’historique</translation>
    </message>
    <message>
        <source>Older lines are removed for good. You are asked to confirm before the first removal.</source>
        <translation>Les lignes plus anciennes sont supprimées définitivement. Une confirmation vous est demandée avant la première suppression.</translation>
    </message>
    <message>
        <source>&amp;Notify me while the window is not in front</source>
        <translation>M’aviser quand la fe&amp;nêtre n’est pas à l’avant</translation>
    </message>
    <message>
        <source>Say &amp;which fax it is</source>
        <translation>D&amp;ire de quelle télécopie il s’agit</translation>
    </message>
    <message>
        <source>Shows its ID and the last digits of its number. Anyone who passes the screen can read them.</source>
        <translation>Indique son ID et les derniers chiffres de son numéro. Quiconque passe devant l’écran peut les lire.</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Show full fax numbers</source>
        <translation>Afficher les numéros de télécopieur complets</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>Save as text</source>
        <translation>Enregistrer en texte</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>Enregi&amp;strer en PDF…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Save as &amp;text…</source>
        <translation>Enregistrer en &amp;texte…</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Enregistrer en texte…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>Incident records – %Ln faxes</source>
        <comment>Incident record</comment>
        <translation>
            <numerusform>Rapport d’incident</numerusform>
            <numerusform>Rapports d’incident – %Ln télécopies</numerusform>
        </translation>
    </message>
    <message>
        <source>Sho&amp;w full fax numbers</source>
        <translation>Afficher les &amp;numéros de télécopieur complets</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Fichiers texte (*.txt)</translation>
    </message>
</context>
<context>
    <name>RecordOutlet</name>
    <message>
        <source>The printer did not take it.</source>
        <translation>L’imprimante ne l’a pas accepté.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Envoyé à l’imprimante.</translation>
    </message>
    <message>
        <source>Saved as “{0}” in “{1}”.</source>
        <translation>Enregistré sous «&#xa0;{0}&#xa0;» dans «&#xa0;{1}&#xa0;».</translation>
    </message>
    <message>
        <source>Page {0} of {1}…</source>
        <translation>Page {0} de {1}…</translation>
    </message>
    <message>
        <source>Opened. This copy is deleted when SRFax Desktop is closed.</source>
        <translation>Ouvert. Cette copie est supprimée à la fermeture de SRFax Desktop.</translation>
    </message>
    <message>
        <source>No program for PDF files was found here. Save it, and open it from there.</source>
        <translation>Aucun programme pour les fichiers PDF n’a été trouvé ici. Enregistrez le rapport et ouvrez-le de là.</translation>
    </message>
</context>
<context>
    <name>RejectedModel</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Why it was not taken</source>
        <translation>Raison</translation>
    </message>
</context>
<context>
    <name>ResultLine</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>RetentionChoice</name>
    <message>
        <source>&amp;Keep:</source>
        <translation>&amp;Conserver&#xa0;:</translation>
    </message>
    <message>
        <source>Keep the history</source>
        <translation>Conserver l’historique</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>They cannot be brought back. If you might need them, export them first.

A line that records the removal takes their place. From now on, lines are removed when they reach that age.</source>
        <translation>Elles ne pourront pas être rétablies. Si vous risquez d’en avoir besoin, exportez-les d’abord.

Une ligne qui consigne la suppression prend leur place. Dorénavant, les lignes sont supprimées quand elles atteignent cet âge.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Les garder</translation>
    </message>
</context>
<context>
    <name>RetryButton</name>
    <message>
        <source>Retry now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Tries again by itself when the countdown ends</source>
        <translation>Réessaie automatiquement à la fin du compte à rebours</translation>
    </message>
    <message>
        <source>Can be tried again when the countdown ends</source>
        <translation>Peut être réessayée à la fin du compte à rebours</translation>
    </message>
    <message>
        <source>&amp;Retry now</source>
        <translation>&amp;Réessayer maintenant</translation>
    </message>
    <message>
        <source>&amp;Retry in {0}</source>
        <translation>&amp;Réessayer dans {0}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Practice: what you change here lasts only until the program is closed.</source>
        <translation>Exercice&#xa0;: ce que vous changez ici ne vaut que jusqu’à la fermeture du programme.</translation>
    </message>
    <message>
        <source>All pages now show the default values. They take effect when you press OK. Accounts and passwords, the list and its history, and the layout of the window stay as they are.</source>
        <translation>Toutes les pages affichent maintenant les valeurs par défaut. Elles s’appliquent quand vous appuyez sur OK. Les comptes et les mots de passe, la liste et son historique, et la disposition de la fenêtre restent tels quels.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>&amp;Restore defaults</source>
        <translation>&amp;Rétablir les valeurs par défaut</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in to SRFax</source>
        <translation>Se connecter à SRFax</translation>
    </message>
    <message>
        <source>The stops are sent with your SRFax account.</source>
        <translation>Les demandes d’arrêt sont envoyées avec votre compte SRFax.</translation>
    </message>
    <message>
        <source>&amp;Account number</source>
        <translation>&amp;Numéro de compte</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>Numéro de compte</translation>
    </message>
    <message>
        <source>Digits only, not your login e-mail. The SRFax portal shows it.</source>
        <translation>Chiffres seulement, pas votre courriel de connexion. Le portail de SRFax l’indique.</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Mot de passe</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>&amp;Remember on this computer</source>
        <translation>&amp;Retenir sur cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Tester la connexion</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Se connecter</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Asking SRFax…</source>
        <translation>Interrogation de SRFax…</translation>
    </message>
    <message>
        <source>No password vault can be used on this computer: the password is kept until the program is closed, and asked for again at the next start.</source>
        <translation>Aucun coffre de mots de passe n’est utilisable sur cet ordinateur&#xa0;: le mot de passe est gardé jusqu’à la fermeture du programme et redemandé au prochain démarrage.</translation>
    </message>
    <message>
        <source>The password is kept in the password vault of your system.</source>
        <translation>Le mot de passe est gardé dans le coffre de mots de passe de votre système.</translation>
    </message>
    <message>
        <source>The password is not stored, only kept until the program ends.</source>
        <translation>Le mot de passe n’est pas enregistré, seulement gardé jusqu’à la fermeture du programme.</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>Dans l’autre sens</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>&amp;Show the list</source>
        <translation>&amp;Afficher la liste</translation>
    </message>
    <message>
        <source>Stop &amp;trying</source>
        <translation>&amp;Cesser d’essayer</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>SRFax Desktop</source>
        <translation>SRFax Desktop</translation>
    </message>
</context>
<context>
    <name>TroubleDialog</name>
    <message>
        <source>SRFax Desktop</source>
        <translation>SRFax Desktop</translation>
    </message>
    <message>
        <source>Copy &amp;details</source>
        <translation>Copier les &amp;détails</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>TryingPage</name>
    <message>
        <source>Trying again</source>
        <translation>Nouveaux essais</translation>
    </message>
    <message>
        <source>only by hand</source>
        <translation>manuellement seulement</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>&amp;Try again automatically when a countdown ends</source>
        <translation>Réessayer au&amp;tomatiquement à la fin du compte à rebours</translation>
    </message>
    <message>
        <source>SRFax asks to wait 10 s while it converts a fax, and 5 s when it does not find one. A fax that is given up is shown as “Not confirmed”, never as “Stopped”.</source>
        <translation>SRFax demande d’attendre 10 s pendant qu’il convertit une télécopie, et 5 s quand il ne la trouve pas. Une télécopie abandonnée est affichée comme «&#xa0;Non confirmée&#xa0;», jamais comme «&#xa0;Arrêtée&#xa0;».</translation>
    </message>
    <message>
        <source>SRFax is converting the fax: try again after</source>
        <translation>SRFax convertit la télécopie&#xa0;: réessayer après</translation>
    </message>
    <message>
        <source>SRFax does not find the fax: try again after</source>
        <translation>SRFax ne trouve pas la télécopie&#xa0;: réessayer après</translation>
    </message>
    <message>
        <source>SRFax is converting the fax: give up after</source>
        <translation>SRFax convertit la télécopie&#xa0;: abandonner après</translation>
    </message>
    <message>
        <source>SRFax does not find the fax: give up after</source>
        <translation>SRFax ne trouve pas la télécopie&#xa0;: abandonner après</translation>
    </message>
    <message>
        <source>SRFax does not answer, or has a fault: give up after</source>
        <translation>SRFax ne répond pas, ou est en panne&#xa0;: abandonner après</translation>
    </message>
    <message>
        <source>SRFax cannot be reached: give up after</source>
        <translation>SRFax est injoignable&#xa0;: abandonner après</translation>
    </message>
    <message>
        <source>Faxes handled at the same time</source>
        <translation>Télécopies traitées en parallèle</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>It opens in a window of its own. You can leave this one open.</source>
        <translation>Elle s’ouvre dans sa propre fenêtre. Vous pouvez laisser celle-ci ouverte.</translation>
    </message>
    <message>
        <source>It could not be opened. Start the program with --practice, or ask whoever installed it.</source>
        <translation>Elle n’a pas pu être ouverte. Démarrez le programme avec --practice, ou demandez à la personne qui l’a installé.</translation>
    </message>
    <message>
        <source>Welcome to SRFax Desktop</source>
        <translation>Bienvenue dans SRFax Desktop</translation>
    </message>
    <message>
        <source>SRFax Desktop asks SRFax to stop faxes that are still in the queue. Where SRFax says “not at this moment”, it tries again by itself. Afterwards it looks up what became of each fax.</source>
        <translation>SRFax Desktop demande à SRFax d’arrêter les télécopies encore dans la file d’attente. Quand SRFax dit «&#xa0;pas en ce moment&#xa0;», il réessaie de lui-même. Il vérifie ensuite ce que chaque télécopie est devenue.</translation>
    </message>
    <message>
        <source>It cannot call back what has been sent: pages may have gone before a fax is stopped. And SRFax cannot take a stop back: what is stopped by mistake has to be sent anew.</source>
        <translation>Il ne peut pas rappeler ce qui a été envoyé&#xa0;: des pages peuvent être parties avant qu’une télécopie soit arrêtée. Et SRFax ne peut pas annuler un arrêt&#xa0;: ce qui est arrêté par erreur doit être envoyé de nouveau.</translation>
    </message>
    <message>
        <source>A fax is shown as “Stopped” only when SRFax has said so. Where that is not known, it says “Not confirmed”, and what you can do.</source>
        <translation>Une télécopie n’est affichée comme «&#xa0;Arrêtée&#xa0;» que si SRFax l’a dit. Quand on ne le sait pas, le programme indique «&#xa0;Non confirmée&#xa0;», et ce que vous pouvez faire.</translation>
    </message>
    <message>
        <source>The account number is the number of your SRFax account, digits only. It is not the e-mail that you log in with. The SRFax portal shows it with your account once you are logged in there; whoever set the account up knows it too. “Test connection” touches no fax.</source>
        <translation>Le numéro de compte est celui de votre compte SRFax, des chiffres seulement. Ce n’est pas l’adresse courriel avec laquelle vous ouvrez une session. Le portail de SRFax le montre avec votre compte une fois la session ouverte; la personne qui a créé le compte le connaît aussi. «&#xa0;Tester la connexion&#xa0;» ne touche à aucune télécopie.</translation>
    </message>
    <message>
        <source>Practice opens a second window with faxes that behave differently: stopped, partly sent, too late, tried again. It plays SRFax inside this computer. No fax in it is real, nothing is sent anywhere, and your own list is left alone.</source>
        <translation>L’exercice ouvre une seconde fenêtre avec des télécopies qui se comportent différemment&#xa0;: arrêtée, envoyée en partie, trop tard, essayée de nouveau. Il joue le rôle de SRFax dans cet ordinateur. Aucune télécopie n’y est réelle, rien n’est envoyé nulle part, et votre propre liste n’est pas touchée.</translation>
    </message>
    <message>
        <source>&amp;Open the practice window</source>
        <translation>&amp;Ouvrir la fenêtre d’exercice</translation>
    </message>
    <message>
        <source>S&amp;kip and sign in</source>
        <translation>&amp;Passer et se connecter</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Précéd&amp;ent</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Étape {0} sur {1}</translation>
    </message>
    <message>
        <source>Stop a fax that must not go out</source>
        <translation>Arrêter une télécopie qui ne doit pas partir</translation>
    </message>
    <message>
        <source>Sign in to SRFax</source>
        <translation>Se connecter à SRFax</translation>
    </message>
    <message>
        <source>A practice round</source>
        <translation>Une séance d’exercice</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>Term&amp;iner</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>S&amp;uivant</translation>
    </message>
</context>
<context>
    <name>WhatNow</name>
    <message>
        <source>What to do now</source>
        <translation>Que faire maintenant</translation>
    </message>
    <message>
        <source>This is guidance, not legal advice.</source>
        <translation>Ce sont des conseils, pas un avis juridique.</translation>
    </message>
    <message>
        <source>Call the recipient.</source>
        <translation>Appelez le destinataire.</translation>
    </message>
    <message>
        <source>Ask them to destroy the pages and to confirm it.</source>
        <translation>Demandez-lui de détruire les pages et de le confirmer.</translation>
    </message>
    <message>
        <source>Write down whom you spoke to, and when.</source>
        <translation>Notez à qui vous avez parlé, et quand.</translation>
    </message>
    <message>
        <source>Tell your privacy officer.</source>
        <translation>Avisez votre responsable de la protection des renseignements personnels.</translation>
    </message>
    <message>
        <source>{0}.</source>
        <translation>{0}.</translation>
    </message>
    <message>
        <source>Notes on the call</source>
        <translation>Notes sur l’appel</translation>
    </message>
    <message>
        <source>Pages went out: what to do now</source>
        <translation>Des pages sont parties&#xa0;: que faire maintenant</translation>
    </message>
    <message>
        <source>Pages may have gone out: what to do now</source>
        <translation>Des pages sont peut-être parties&#xa0;: que faire maintenant</translation>
    </message>
</context>
<context>
    <name>account_words</name>
    <message>
        <source>It belongs to account {0}, not to account {1}, which is signed in.</source>
        <translation>Elle appartient au compte {0}, et non au compte {1}, qui est connecté.</translation>
    </message>
    <message>
        <source>Switch to account {0} in the menu of your account before you stop it.</source>
        <translation>Passez au compte {0} dans le menu de votre compte avant de l’arrêter.</translation>
    </message>
    <message>
        <source>If you switch to account {0} now, they wait, and pages may go out. They go on by themselves when you switch back to account {1}.</source>
        <translation>Si vous passez maintenant au compte {0}, elles attendent, et des pages peuvent partir. Elles continuent d’elles-mêmes quand vous revenez au compte {1}.</translation>
    </message>
    <message>
        <source>Its password is removed from this computer. Its faxes stay in the list until you take them off, and the history stays.</source>
        <translation>Son mot de passe est retiré de cet ordinateur. Ses télécopies restent dans la liste jusqu’à ce que vous les retiriez, et l’historique reste.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln faxes of account {0} are still being tried.</source>
        <comment>1 fax of account {0} is still being tried.</comment>
        <translation>
            <numerusform>%Ln télécopie du compte {0} est encore en cours d’essai.</numerusform>
            <numerusform>%Ln télécopies du compte {0} sont encore en cours d’essai.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln faxes of accounts {0} wait: nothing is tried for them while account {1} is signed in. They may still be going out.</source>
        <comment>1 fax of accounts {0} waits: nothing is tried for it while account {1} is signed in. It may still be going out.</comment>
        <translation>
            <numerusform>%Ln télécopie des comptes {0} attend&#xa0;: rien n’est tenté pour elle tant que le compte {1} est connecté. Elle part peut-être encore.</numerusform>
            <numerusform>%Ln télécopies des comptes {0} attendent&#xa0;: rien n’est tenté pour elles tant que le compte {1} est connecté. Elles partent peut-être encore.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln faxes of account {0} wait: nothing is tried for them while account {1} is signed in. They may still be going out.</source>
        <comment>1 fax of account {0} waits: nothing is tried for it while account {1} is signed in. It may still be going out.</comment>
        <translation>
            <numerusform>%Ln télécopie du compte {0} attend&#xa0;: rien n’est tenté pour elle tant que le compte {1} est connecté. Elle part peut-être encore.</numerusform>
            <numerusform>%Ln télécopies du compte {0} attendent&#xa0;: rien n’est tenté pour elles tant que le compte {1} est connecté. Elles partent peut-être encore.</numerusform>
        </translation>
    </message>
    <message>
        <source>If you switch to account {0} now, it waits, and pages may go out. It goes on by itself when you switch back to account {1}.</source>
        <translation>Si vous passez maintenant au compte {0}, elle attend, et des pages peuvent partir. Elle continue d’elle-même quand vous revenez au compte {1}.</translation>
    </message>
    <message>
        <source>Some of its faxes are still being tried: they wait until you sign in to it again.</source>
        <translation>Des télécopies de ce compte sont encore en cours d’essai&#xa0;: elles attendent que vous vous y connectiez de nouveau.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Switch to account {0}</source>
        <translation>Passer au compte {0}</translation>
    </message>
    <message>
        <source>It belongs to account {0}.</source>
        <translation>Elle appartient au compte {0}.</translation>
    </message>
    <message>
        <source>Stay with account {0}</source>
        <translation>Rester avec le compte {0}</translation>
    </message>
    <message>
        <source>Forget account {0}?</source>
        <translation>Oublier le compte {0}?</translation>
    </message>
</context>
<context>
    <name>away</name>
    <message>
        <source>SRFax Desktop</source>
        <translation>SRFax Desktop</translation>
    </message>
    <message>
        <source>SRFax Desktop goes on trying here. Click the icon to see the list.</source>
        <translation>SRFax Desktop continue d’essayer ici. Cliquez sur l’icône pour voir la liste.</translation>
    </message>
    <message>
        <source>A fax was stopped.</source>
        <translation>Une télécopie a été arrêtée.</translation>
    </message>
    <message>
        <source>A fax was stopped, but some of its pages were sent.</source>
        <translation>Une télécopie a été arrêtée, mais certaines de ses pages ont été envoyées.</translation>
    </message>
    <message>
        <source>A fax could not be stopped: it had already been sent.</source>
        <translation>Une télécopie n’a pas pu être arrêtée&#xa0;: elle avait déjà été envoyée.</translation>
    </message>
    <message>
        <source>A fax that was to be stopped was sent.</source>
        <translation>Une télécopie qui devait être arrêtée a été envoyée.</translation>
    </message>
    <message>
        <source>SRFax does not know a fax that was to be stopped.</source>
        <translation>SRFax ne connaît pas une télécopie qui devait être arrêtée.</translation>
    </message>
    <message>
        <source>It is not confirmed that a fax was stopped. It may still be going out.</source>
        <translation>Il n’est pas confirmé qu’une télécopie a été arrêtée. Elle part peut-être encore.</translation>
    </message>
    <message>
        <source>SRFax lists a fax that was to be stopped as failed. It has not said that it stopped it.</source>
        <translation>SRFax donne comme échouée une télécopie qui devait être arrêtée. Il n’a pas dit qu’il l’avait arrêtée.</translation>
    </message>
    <message>
        <source>Fax {0} to …{1}</source>
        <translation>Télécopie {0} à …{1}</translation>
    </message>
    <message>
        <source>Fax {0}</source>
        <translation>Télécopie {0}</translation>
    </message>
</context>
<context>
    <name>backup_words</name>
    <message>
        <source>A backup of {0}, has the history up to then.</source>
        <translation>Une copie de sauvegarde du {0} contient l’historique jusqu’à ce moment.</translation>
    </message>
    <message>
        <source>The list was damaged and kept as {0}.</source>
        <translation>La liste était endommagée et a été conservée sous {0}.</translation>
    </message>
    <message>
        <source>The history was brought back.</source>
        <translation>L’historique a été rétabli.</translation>
    </message>
    <message>
        <source>The backup could not be brought back: {0}. Nothing was changed.</source>
        <translation>La copie de sauvegarde n’a pas pu être rétablie&#xa0;: {0}. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The list’s file is damaged in some place, so no backup was made of it; the backups from before are kept. Stopping goes on.</source>
        <translation>Le fichier de la liste est endommagé à un endroit. Il n’a donc pas été copié; les copies de sauvegarde précédentes sont conservées. Les arrêts continuent.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are waiting: none of these is stopped until you press Stop.</source>
        <comment>1 of them is waiting: it is not stopped until you press Stop.</comment>
        <translation>
            <numerusform>%Ln d’entre elles est en attente&#xa0;: elle n’est pas arrêtée tant que vous n’appuyez pas sur Arrêter.</numerusform>
            <numerusform>%Ln d’entre elles sont en attente&#xa0;: aucune n’est arrêtée tant que vous n’appuyez pas sur Arrêter.</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMMM, HH:mm</source>
        <translation>d MMMM, HH &apos;h&apos; mm</translation>
    </message>
    <message numerus="yes">
        <source>A backup of {0}, has %Ln faxes, as they stood then.</source>
        <comment>A backup of {0}, has 1 fax, as it stood then.</comment>
        <translation>
            <numerusform>Une copie de sauvegarde du {0} contient %Ln télécopie, dans l’état où elle était alors.</numerusform>
            <numerusform>Une copie de sauvegarde du {0} contient %Ln télécopies, dans l’état où elles étaient alors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln faxes and the history were brought back.</source>
        <comment>1 fax and the history were brought back.</comment>
        <translation>
            <numerusform>%Ln télécopie et l’historique ont été rétablis.</numerusform>
            <numerusform>%Ln télécopies et l’historique ont été rétablis.</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>d MMMM yyyy, HH &apos;h&apos; mm</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Fax ID</source>
        <translation>ID de télécopie</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Mise en file</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>SRFax said</source>
        <translation>SRFax a dit</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Actions possibles</translation>
    </message>
</context>
<context>
    <name>fax_cells</name>
    <message numerus="yes">
        <source>%Ln attempts</source>
        <comment>1 attempt</comment>
        <translation>
            <numerusform>%Ln tentative</numerusform>
            <numerusform>%Ln tentatives</numerusform>
        </translation>
    </message>
    <message>
        <source>SRFax said: {0}</source>
        <translation>SRFax a dit&#xa0;: {0}</translation>
    </message>
</context>
<context>
    <name>fax_facts</name>
    <message>
        <source>To {0}</source>
        <translation>À {0}</translation>
    </message>
    <message>
        <source>queued {0}</source>
        <translation>mise en file {0}</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>de {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages</source>
        <comment>1 page</comment>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fax_words</name>
    <message>
        <source>{0}: as SRFax wrote it, in the account’s own time zone</source>
        <translation>{0}&#xa0;: tel que SRFax l’a écrit, dans le fuseau horaire du compte</translation>
    </message>
    <message>
        <source>{0}: the name of its document, in the account’s own time zone</source>
        <translation>{0}&#xa0;: le nom de son document, dans le fuseau horaire du compte</translation>
    </message>
    <message>
        <source>SRFax has not told when it was queued. In this list since {0}.</source>
        <translation>SRFax n’a pas indiqué quand elle a été mise en file d’attente. Dans cette liste depuis {0}.</translation>
    </message>
    <message>
        <source>{0} · confirmed {1}</source>
        <translation>{0} · confirmé {1}</translation>
    </message>
    <message>
        <source>Fax {0}: {1}</source>
        <translation>Télécopie {0}&#xa0;: {1}</translation>
    </message>
    <message>
        <source>Looked up at {0}: {1}.</source>
        <translation>Vérifié à {0}&#xa0;: {1}.</translation>
    </message>
    <message numerus="yes">
        <source>SRFax counts %Ln pages.</source>
        <comment>SRFax counts 1 page.</comment>
        <translation>
            <numerusform>SRFax compte %Ln page.</numerusform>
            <numerusform>SRFax compte %Ln pages.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · afterwards: {1}</source>
        <translation>{0} · ensuite&#xa0;: {1}</translation>
    </message>
    <message>
        <source>still in the queue</source>
        <translation>toujours dans la file d’attente</translation>
    </message>
</context>
<context>
    <name>find</name>
    <message>
        <source>Looking for queued faxes…</source>
        <translation>Recherche des télécopies en attente…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln faxes are queued, as of {0}.</source>
        <comment>1 fax is queued, as of {0}.</comment>
        <translation>
            <numerusform>%Ln télécopie est en file d’attente, à {0}.</numerusform>
            <numerusform>%Ln télécopies sont en file d’attente, à {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines of the list could not be read: faxes may be missing here.</source>
        <comment>1 line of the list could not be read: a fax may be missing here.</comment>
        <translation>
            <numerusform>%Ln ligne de la liste n’a pas pu être lue&#xa0;: une télécopie manque peut-être ici.</numerusform>
            <numerusform>%Ln lignes de la liste n’ont pas pu être lues&#xa0;: des télécopies manquent peut-être ici.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more queued faxes look like the same document.</source>
        <comment>1 more queued fax looks like the same document.</comment>
        <translation>
            <numerusform>%Ln autre télécopie en attente semble être le même document.</numerusform>
            <numerusform>%Ln autres télécopies en attente semblent être le même document.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list that SRFax gave at {0} could not be read.</source>
        <translation>La liste que SRFax a donnée à {0} n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>No fax is queued, as of {0}.</source>
        <translation>Aucune télécopie n’est en file d’attente, à {0}.</translation>
    </message>
    <message>
        <source>SRFax did not give its queue (“{0}”): this is what its outbox of the last two days has in progress.</source>
        <translation>SRFax n’a pas donné sa file d’attente («&#xa0;{0}&#xa0;»)&#xa0;: voici ce qui est en cours dans sa boîte d’envoi des deux derniers jours.</translation>
    </message>
    <message>
        <source>The queued faxes could not be asked for.</source>
        <translation>Les télécopies en attente n’ont pas pu être demandées.</translation>
    </message>
    <message>
        <source>The queued faxes could not be asked for ({0}).</source>
        <translation>Les télécopies en attente n’ont pas pu être demandées ({0}).</translation>
    </message>
    <message>
        <source>What is queued is not known.</source>
        <translation>On ne sait pas ce qui est en file d’attente.</translation>
    </message>
    <message>
        <source>The list here is as of {0}.</source>
        <translation>La liste affichée ici date de {0}.</translation>
    </message>
</context>
<context>
    <name>glosses</name>
    <message>
        <source>Fax Cancelled</source>
        <translation>Télécopie annulée</translation>
    </message>
    <message>
        <source>Fax cancelled but partially sent</source>
        <translation>Télécopie annulée, mais envoyée en partie</translation>
    </message>
    <message>
        <source>Fax transmission completed</source>
        <translation>Transmission de la télécopie terminée</translation>
    </message>
    <message>
        <source>Unable to Cancel Fax</source>
        <translation>Impossible d’annuler la télécopie</translation>
    </message>
    <message>
        <source>File not found – Please try again</source>
        <translation>Fichier introuvable – veuillez réessayer</translation>
    </message>
    <message>
        <source>Invalid Access Code / Password</source>
        <translation>Code d’accès ou mot de passe non valide</translation>
    </message>
    <message>
        <source>FaxDetailsID Not Found</source>
        <translation>FaxDetailsID introuvable</translation>
    </message>
    <message>
        <source>In Progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échouée</translation>
    </message>
    <message>
        <source>Sending Email</source>
        <translation>Envoi d’un courriel</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>No Answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>No Remote Fax</source>
        <translation>Pas de télécopieur à l’autre bout</translation>
    </message>
    <message>
        <source>“{0}” means “{1}” (translated by this program)</source>
        <translation>«&#xa0;{0}&#xa0;» veut dire «&#xa0;{1}&#xa0;» (traduit par ce programme)</translation>
    </message>
</context>
<context>
    <name>guide_files</name>
    <message>
        <source>guide.md</source>
        <translation>guide.fr.md</translation>
    </message>
</context>
<context>
    <name>history_filter</name>
    <message>
        <source>Checks that did not confirm, or contradict</source>
        <translation>Vérifications non concluantes ou contradictoires</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>All attempts</source>
        <translation>Toutes les tentatives</translation>
    </message>
</context>
<context>
    <name>history_words</name>
    <message>
        <source>No lines</source>
        <translation>Aucune ligne</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <comment>1 line</comment>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>No attempts here.

What comes of each attempt to stop a fax is written down here, with the time and SRFax’s words.</source>
        <translation>Aucune tentative ici.

Le résultat de chaque tentative d’arrêter une télécopie est écrit ici, avec l’heure et la réponse de SRFax.</translation>
    </message>
    <message>
        <source>No lines match.

Search for something else, or for other days.</source>
        <translation>Aucune ligne ne correspond.

Cherchez autre chose, ou d’autres jours.</translation>
    </message>
    <message>
        <source>This line has just been removed</source>
        <translation>Cette ligne vient d’être supprimée</translation>
    </message>
    <message numerus="yes">
        <source>Checking… {0} of %Ln lines</source>
        <comment>Checking… {0} of 1 line</comment>
        <translation>
            <numerusform>Vérification… {0} sur %Ln ligne</numerusform>
            <numerusform>Vérification… {0} sur %Ln lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intact: all %Ln lines are as they were written.</source>
        <comment>Intact: the one line is as it was written.</comment>
        <translation>
            <numerusform>Intact&#xa0;: l’unique ligne est telle qu’elle a été écrite.</numerusform>
            <numerusform>Intact&#xa0;: les %Ln lignes sont toutes telles qu’elles ont été écrites.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln lines that are older than {0}?</source>
        <comment>Remove 1 line that is older than {0}?</comment>
        <translation>
            <numerusform>Supprimer %Ln ligne qui date de plus de {0}?</numerusform>
            <numerusform>Supprimer %Ln lignes qui datent de plus de {0}?</numerusform>
        </translation>
    </message>
    <message>
        <source>Account {0}</source>
        <translation>Compte {0}</translation>
    </message>
    <message>
        <source>HTTP status {0}</source>
        <translation>État HTTP {0}</translation>
    </message>
    <message>
        <source>The history could not be read: {0}. What is shown here may be incomplete or old.</source>
        <translation>L’historique n’a pas pu être lu&#xa0;: {0}. Ce qui est affiché ici est peut-être incomplet ou périmé.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Intact: there are no lines yet.</source>
        <translation>Intact&#xa0;: il n’y a pas encore de lignes.</translation>
    </message>
    <message>
        <source>{0} is not as it was written, or lines before it are missing.</source>
        <translation>{0}&#xa0;: elle n’est pas telle qu’elle a été écrite, ou des lignes manquent avant elle.</translation>
    </message>
    <message>
        <source>Line {0}</source>
        <translation>Ligne {0}</translation>
    </message>
    <message>
        <source>Line {0} ({1})</source>
        <translation>Ligne {0} ({1})</translation>
    </message>
    <message>
        <source>Line {0} ({1}, fax {2})</source>
        <translation>Ligne {0} ({1}, télécopie {2})</translation>
    </message>
    <message>
        <source>The check was ended before all lines were checked.</source>
        <translation>La vérification a été interrompue avant que toutes les lignes soient vérifiées.</translation>
    </message>
    <message>
        <source>The history could not be checked: {0}.</source>
        <translation>L’historique n’a pas pu être vérifié&#xa0;: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>Exporting… {0} of %Ln lines</source>
        <comment>Exporting… {0} of 1 line</comment>
        <translation>
            <numerusform>Exportation… {0} sur %Ln ligne</numerusform>
            <numerusform>Exportation… {0} sur %Ln lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines were saved as {0}.</source>
        <comment>1 line was saved as {0}.</comment>
        <translation>
            <numerusform>%Ln ligne a été enregistrée sous {0}.</numerusform>
            <numerusform>%Ln lignes ont été enregistrées sous {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled. No file was saved.</source>
        <translation>L’exportation a été annulée. Aucun fichier n’a été enregistré.</translation>
    </message>
    <message>
        <source>The export could not be saved: {0}. No file was saved.</source>
        <translation>L’exportation n’a pas pu être enregistrée&#xa0;: {0}. Aucun fichier n’a été enregistré.</translation>
    </message>
    <message>
        <source>forever</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>2 years</source>
        <translation>2&#xa0;ans</translation>
    </message>
    <message>
        <source>7 years</source>
        <translation>7&#xa0;ans</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <comment>1 day</comment>
        <translation>
            <numerusform>%Ln&#xa0;jour</numerusform>
            <numerusform>%Ln&#xa0;jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>import_words</name>
    <message>
        <source>Not a fax ID</source>
        <translation>N’est pas un ID de télécopie</translation>
    </message>
    <message>
        <source>No fax ID in this line</source>
        <translation>Aucun ID de télécopie dans cette ligne</translation>
    </message>
    <message>
        <source>Something else stands beside the number</source>
        <translation>Il y a autre chose à côté du numéro</translation>
    </message>
    <message>
        <source>Several numbers, or one that is in pieces</source>
        <translation>Plusieurs numéros, ou un numéro en morceaux</translation>
    </message>
    <message>
        <source>A number that the spreadsheet has rounded</source>
        <translation>Un nombre que le tableur a arrondi</translation>
    </message>
    <message>
        <source>A number that the spreadsheet has given decimals</source>
        <translation>Un nombre auquel le tableur a donné des décimales</translation>
    </message>
    <message>
        <source>More digits than a fax ID has</source>
        <translation>Plus de chiffres que n’en a un ID de télécopie</translation>
    </message>
    <message>
        <source>The line is too long to be read</source>
        <translation>La ligne est trop longue pour être lue</translation>
    </message>
    <message>
        <source>{0} is larger than 50 MB: too large for a list of fax IDs. Nothing was read.</source>
        <translation>{0} dépasse 50&#xa0;Mo&#xa0;: c’est trop pour une liste d’ID de télécopie. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>{0} is a workbook or another packed file, not a text. Nothing was read. Save it as “CSV UTF-8” in the spreadsheet program, and bring that in.</source>
        <translation>{0} est un classeur ou un autre fichier compressé, pas un texte. Rien n’a été lu. Enregistrez-le en «&#xa0;CSV UTF-8&#xa0;» dans le tableur, puis importez ce fichier.</translation>
    </message>
    <message>
        <source>{0} is not a text. Nothing was read.</source>
        <translation>{0} n’est pas un texte. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>{0} is not there any more. Nothing was read.</source>
        <translation>{0} n’existe plus. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>{0} is closed to you, or another program holds it. Nothing was read.</source>
        <translation>{0} ne vous est pas accessible, ou un autre programme l’utilise. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>{0} is not a file. Nothing was read.</source>
        <translation>{0} n’est pas un fichier. Rien n’a été lu.</translation>
    </message>
    <message>
        <source>{0} could not be read from its disk. Nothing was taken from it.</source>
        <translation>{0} n’a pas pu être lu sur son disque. Rien n’en a été retenu.</translation>
    </message>
    <message>
        <source>{0}: no column was chosen. Nothing was taken from it.</source>
        <translation>{0}&#xa0;: aucune colonne n’a été choisie. Rien n’en a été retenu.</translation>
    </message>
    <message>
        <source>{0} was not read to its end: it was cancelled. What was added before stays.</source>
        <translation>{0} n’a pas été lu jusqu’à la fin&#xa0;: la lecture a été annulée. Ce qui a été ajouté avant reste.</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Le texte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>1 added</comment>
        <translation>
            <numerusform>%Ln ajoutée</numerusform>
            <numerusform>%Ln ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already in the list</source>
        <comment>1 already in the list</comment>
        <translation>
            <numerusform>%Ln déjà dans la liste</numerusform>
            <numerusform>%Ln déjà dans la liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln given twice</source>
        <comment>1 given twice</comment>
        <translation>
            <numerusform>%Ln en double</numerusform>
            <numerusform>%Ln en double</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines not taken</source>
        <comment>1 line not taken</comment>
        <translation>
            <numerusform>%Ln ligne non retenue</numerusform>
            <numerusform>%Ln lignes non retenues</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>Rien n’a été ajouté.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more lines were not taken. They are counted, but not shown.</source>
        <comment>1 more line was not taken. It is counted, but not shown.</comment>
        <translation>
            <numerusform>%Ln autre ligne n’a pas été retenue. Elle est comptée, mais pas affichée.</numerusform>
            <numerusform>%Ln autres lignes n’ont pas été retenues. Elles sont comptées, mais pas affichées.</numerusform>
        </translation>
    </message>
    <message>
        <source>No fax IDs were found.</source>
        <translation>Aucun ID de télécopie n’a été trouvé.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines read</source>
        <comment>1 line read</comment>
        <translation>
            <numerusform>%Ln ligne lue</numerusform>
            <numerusform>%Ln lignes lues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more were not read, or not to their end.</source>
        <comment>1 more was not read, or not to its end.</comment>
        <translation>
            <numerusform>%Ln autre n’a pas été lu, ou pas jusqu’à la fin.</numerusform>
            <numerusform>%Ln autres n’ont pas été lus, ou pas jusqu’à la fin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln headings</source>
        <comment>1 heading</comment>
        <translation>
            <numerusform>%Ln en-tête</numerusform>
            <numerusform>%Ln en-têtes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty</source>
        <comment>1 empty</comment>
        <translation>
            <numerusform>%Ln vide</numerusform>
            <numerusform>%Ln vides</numerusform>
        </translation>
    </message>
    <message>
        <source>Fax IDs from {0}</source>
        <translation>ID de télécopie de {0}</translation>
    </message>
    <message>
        <source>Fax IDs brought in</source>
        <translation>ID de télécopie importés</translation>
    </message>
    <message>
        <source>Reading fax IDs… {0} %</source>
        <translation>Lecture des ID de télécopie… {0}&#xa0;%</translation>
    </message>
    <message>
        <source>Column {0}</source>
        <translation>Colonne {0}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}&#xa0;: {1}</translation>
    </message>
    <message>
        <source>{0} ({1}, …)</source>
        <translation>{0} ({1}, …)</translation>
    </message>
    <message>
        <source>All columns: each cell is a fax ID</source>
        <translation>Toutes les colonnes&#xa0;: chaque cellule est un ID de télécopie</translation>
    </message>
    <message>
        <source>{0} is a table. This is how it begins:</source>
        <translation>{0} est un tableau. Voici comment il commence&#xa0;:</translation>
    </message>
    <message>
        <source>The text is a table. This is how it begins:</source>
        <translation>Le texte est un tableau. Voici comment il commence&#xa0;:</translation>
    </message>
    <message>
        <source>No column looks as if it had the fax IDs.</source>
        <translation>Aucune colonne ne semble contenir les ID de télécopie.</translation>
    </message>
    <message>
        <source>{0} could have the fax IDs, or else telephone numbers, dates or accounts.</source>
        <translation>{0} pourrait contenir les ID de télécopie, ou bien des numéros de téléphone, des dates ou des comptes.</translation>
    </message>
    <message>
        <source>More than one column could have the fax IDs: {0}.</source>
        <translation>Plus d’une colonne pourrait contenir les ID de télécopie&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>«&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>{0} is on the clipboard: add it?</source>
        <translation>{0} est dans le presse-papiers&#xa0;: l’ajouter?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new fax IDs are on the clipboard: add them?</source>
        <comment>1 new fax ID is on the clipboard: add it?</comment>
        <translation>
            <numerusform>%Ln nouvel ID de télécopie est dans le presse-papiers&#xa0;: l’ajouter?</numerusform>
            <numerusform>%Ln nouveaux ID de télécopie sont dans le presse-papiers&#xa0;: les ajouter?</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop to add the fax IDs</source>
        <translation>Déposez pour ajouter les ID de télécopie</translation>
    </message>
    <message>
        <source>Only .csv and .txt files can be read here</source>
        <translation>Seuls les fichiers .csv et .txt peuvent être lus ici</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %Ln more</source>
        <comment>{0} and 1 more</comment>
        <translation>
            <numerusform>{0} et %Ln autre</numerusform>
            <numerusform>{0} et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Only .csv and .txt files can be read. Not read: {0}.</source>
        <translation>Seuls les fichiers .csv et .txt peuvent être lus. Non lus&#xa0;: {0}.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Anywhere in the window</source>
        <translation>Partout dans la fenêtre</translation>
    </message>
    <message>
        <source>In the line for fax IDs</source>
        <translation>Dans la ligne des ID de télécopie</translation>
    </message>
    <message>
        <source>In the filter</source>
        <translation>Dans le filtre</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>Dans la liste</translation>
    </message>
    <message>
        <source>Open the user’s guide, at the status of the selected fax</source>
        <translation>Ouvrir le guide d’utilisation, à l’état de la télécopie sélectionnée</translation>
    </message>
    <message>
        <source>Find my queued faxes</source>
        <translation>Chercher mes télécopies en attente</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>Add the fax IDs that were copied; in a field, paste as usual</source>
        <translation>Ajouter les ID de télécopie copiés; dans un champ, coller comme d’habitude</translation>
    </message>
    <message>
        <source>Import what was copied, line by line, with a report</source>
        <translation>Importer ce qui a été copié, ligne par ligne, avec un compte rendu</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>Open the history</source>
        <translation>Ouvrir l’historique</translation>
    </message>
    <message>
        <source>Make the incident record of the selected faxes</source>
        <translation>Faire le rapport d’incident des télécopies sélectionnées</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Ouvrir les réglages</translation>
    </message>
    <message>
        <source>Go to the next part: banners, line, list, details, buttons</source>
        <translation>Aller à la partie suivante&#xa0;: bandeaux, ligne, liste, détails, boutons</translation>
    </message>
    <message>
        <source>Go back to the part before</source>
        <translation>Revenir à la partie précédente</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Fermer le programme</translation>
    </message>
    <message>
        <source>Add the fax IDs</source>
        <translation>Ajouter les ID de télécopie</translation>
    </message>
    <message>
        <source>Go to what was found</source>
        <translation>Aller à ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Empty the filter and go to the list</source>
        <translation>Effacer le filtre et aller à la liste</translation>
    </message>
    <message>
        <source>Do what the last column says: stop, retry, sign in</source>
        <translation>Faire ce qu’indique la dernière colonne&#xa0;: arrêter, réessayer, se connecter</translation>
    </message>
    <message>
        <source>Stop trying the selected faxes whose countdown runs</source>
        <translation>Cesser d’essayer les télécopies sélectionnées dont le compte à rebours court</translation>
    </message>
    <message>
        <source>Take the selected faxes off the list; their history is kept</source>
        <translation>Retirer de la liste les télécopies sélectionnées; leur historique est gardé</translation>
    </message>
    <message>
        <source>Select all faxes</source>
        <translation>Sélectionner toutes les télécopies</translation>
    </message>
    <message>
        <source>Open the menu of the selected faxes</source>
        <translation>Ouvrir le menu des télécopies sélectionnées</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>{0} s</source>
        <translation>{0}&#xa0;s</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0}&#xa0;min</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0}&#xa0;min {1}&#xa0;s</translation>
    </message>
    <message>
        <source>Retrying in {0}</source>
        <translation>Nouvel essai dans {0}</translation>
    </message>
    <message>
        <source>Can be retried in {0}</source>
        <translation>Peut être réessayée dans {0}</translation>
    </message>
    <message>
        <source>Not reachable – retrying in {0}</source>
        <translation>Injoignable – nouvel essai dans {0}</translation>
    </message>
    <message>
        <source>Blocked – retrying in {0}</source>
        <translation>Bloqué – nouvel essai dans {0}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>In line to be stopped</source>
        <translation>Arrêt demandé</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
    </message>
    <message>
        <source>Ending – last answer awaited</source>
        <translation>Fin – dernière réponse attendue</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Nouvel essai</translation>
    </message>
    <message>
        <source>Can be retried</source>
        <translation>Peut être réessayée</translation>
    </message>
    <message>
        <source>Ready to retry</source>
        <translation>Prête à être réessayée</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Connexion refusée</translation>
    </message>
    <message>
        <source>On hold – sign-in needed</source>
        <translation>Suspendue – connexion requise</translation>
    </message>
    <message>
        <source>On hold – not reachable</source>
        <translation>Suspendue – SRFax injoignable</translation>
    </message>
    <message>
        <source>On hold – blocked by SRFax</source>
        <translation>Suspendue – bloquée par SRFax</translation>
    </message>
    <message>
        <source>On hold – certificate not trusted</source>
        <translation>Suspendue – certificat non fiable</translation>
    </message>
    <message>
        <source>On hold – another account’s fax</source>
        <translation>Suspendue – télécopie d’un autre compte</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Stopped – some pages were sent</source>
        <translation>Arrêtée – des pages ont été envoyées</translation>
    </message>
    <message>
        <source>Too late – already sent</source>
        <translation>Trop tard – déjà envoyée</translation>
    </message>
    <message>
        <source>Not found – check the ID</source>
        <translation>Introuvable – vérifiez l’ID</translation>
    </message>
    <message>
        <source>Not confirmed – may still be going out</source>
        <translation>Non confirmée – part peut-être encore</translation>
    </message>
    <message>
        <source>Not tried again – may still be going out</source>
        <translation>Plus d’essais – part peut-être encore</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échouée</translation>
    </message>
    <message>
        <source>Too late – SRFax lists it as sent</source>
        <translation>Trop tard – SRFax la donne comme envoyée</translation>
    </message>
    <message>
        <source>Fax {0}: {1}</source>
        <translation>Télécopie {0}&#xa0;: {1}</translation>
    </message>
    <message>
        <source>Nobody has asked for this fax to be stopped.</source>
        <translation>Personne n’a demandé l’arrêt de cette télécopie.</translation>
    </message>
    <message>
        <source>It is sent for as soon as its turn comes.</source>
        <translation>La demande d’arrêt est envoyée dès que vient son tour.</translation>
    </message>
    <message>
        <source>SRFax has been asked. Its answer is on the way.</source>
        <translation>La demande est faite à SRFax. Sa réponse est en route.</translation>
    </message>
    <message>
        <source>It is not tried again, but SRFax has been asked once more and will still answer.</source>
        <translation>Il n’y aura plus d’essai, mais SRFax a été sollicité une dernière fois et répondra encore.</translation>
    </message>
    <message>
        <source>Not stopped yet. It is tried again by itself.</source>
        <translation>Pas encore arrêtée. Un nouvel essai se fera automatiquement.</translation>
    </message>
    <message>
        <source>Not stopped yet. It is not tried again by itself: press “Retry now” for that.</source>
        <translation>Pas encore arrêtée. Aucun nouvel essai ne se fera automatiquement&#xa0;: appuyez sur «&#xa0;Réessayer maintenant&#xa0;».</translation>
    </message>
    <message>
        <source>Not stopped yet. Press “Retry now” to try it again.</source>
        <translation>Pas encore arrêtée. Appuyez sur «&#xa0;Réessayer maintenant&#xa0;» pour essayer de nouveau.</translation>
    </message>
    <message>
        <source>SRFax refused the account number or password. The fax may still be going out.</source>
        <translation>SRFax a refusé le numéro de compte ou le mot de passe. La télécopie part peut-être encore.</translation>
    </message>
    <message>
        <source>Nothing is sent until you sign in. The fax may still be going out.</source>
        <translation>Rien n’est envoyé tant que vous n’êtes pas connecté. La télécopie part peut-être encore.</translation>
    </message>
    <message>
        <source>SRFax cannot be reached from here. The fax may still be going out.</source>
        <translation>SRFax est injoignable d’ici. La télécopie part peut-être encore.</translation>
    </message>
    <message>
        <source>SRFax sends nothing back to this address. The fax may still be going out.</source>
        <translation>SRFax ne renvoie rien à cette adresse. La télécopie part peut-être encore.</translation>
    </message>
    <message>
        <source>Whoever answers could not prove to be SRFax, so no password was sent. The fax may still be going out.</source>
        <translation>Le serveur qui répond n’a pas pu prouver qu’il est SRFax, alors aucun mot de passe n’a été envoyé. La télécopie part peut-être encore.</translation>
    </message>
    <message>
        <source>SRFax says that it was cancelled and no page was sent.</source>
        <translation>SRFax dit qu’elle a été annulée et qu’aucune page n’a été envoyée.</translation>
    </message>
    <message>
        <source>SRFax says that it was cancelled, but the pages already in its buffer were sent.</source>
        <translation>SRFax dit qu’elle a été annulée, mais que les pages déjà dans sa mémoire tampon ont été envoyées.</translation>
    </message>
    <message>
        <source>SRFax says that all of it was sent before it could stop.</source>
        <translation>SRFax dit qu’elle a été envoyée en entier avant de pouvoir être arrêtée.</translation>
    </message>
    <message>
        <source>SRFax did not find a fax with this ID, however often it was asked.</source>
        <translation>SRFax n’a trouvé aucune télécopie avec cet ID, malgré plusieurs demandes.</translation>
    </message>
    <message>
        <source>SRFax has not confirmed that it stopped.</source>
        <translation>SRFax n’a pas confirmé qu’elle a été arrêtée.</translation>
    </message>
    <message>
        <source>You ended the trying before SRFax confirmed that it stopped.</source>
        <translation>Vous avez mis fin aux essais avant que SRFax confirme l’arrêt.</translation>
    </message>
    <message>
        <source>SRFax lists it as sent. Nobody asked for it to be stopped here.</source>
        <translation>SRFax la donne comme envoyée. Personne n’a demandé son arrêt ici.</translation>
    </message>
    <message>
        <source>SRFax lists it as failed: it is no longer in the queue. Pages may have gone before.</source>
        <translation>SRFax la donne comme échouée&#xa0;: elle n’est plus dans la file d’attente. Des pages sont peut-être parties avant.</translation>
    </message>
    <message>
        <source>SRFax did not confirm a stop, and lists the fax as sent now.</source>
        <translation>SRFax n’a pas confirmé d’arrêt, et donne maintenant la télécopie comme envoyée.</translation>
    </message>
    <message>
        <source>Press “Stop” to stop it.</source>
        <translation>Appuyez sur «&#xa0;Arrêter&#xa0;» pour l’arrêter.</translation>
    </message>
    <message>
        <source>Sign in again: everything goes on by itself then.</source>
        <translation>Connectez-vous de nouveau&#xa0;: tout se poursuit ensuite automatiquement.</translation>
    </message>
    <message>
        <source>Sign in: everything goes on by itself then.</source>
        <translation>Connectez-vous&#xa0;: tout se poursuit ensuite automatiquement.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your network; then press “Retry now”.</source>
        <translation>Demandez à la personne qui s’occupe de votre réseau; puis appuyez sur «&#xa0;Réessayer maintenant&#xa0;».</translation>
    </message>
    <message>
        <source>Nothing more to do.</source>
        <translation>Il n’y a plus rien à faire.</translation>
    </message>
    <message>
        <source>Call the recipient, ask for the pages to be destroyed, and tell your privacy officer.</source>
        <translation>Appelez le destinataire, demandez que les pages soient détruites, et avisez votre responsable de la protection des renseignements personnels.</translation>
    </message>
    <message>
        <source>Compare the ID with the one in the SRFax portal; then add the right one, or retry.</source>
        <translation>Comparez l’ID avec celui du portail de SRFax; puis ajoutez le bon, ou réessayez.</translation>
    </message>
    <message>
        <source>Look in the SRFax portal, or call SRFax. “Retry now” asks once more.</source>
        <translation>Regardez dans le portail de SRFax, ou appelez SRFax. «&#xa0;Réessayer maintenant&#xa0;» demande encore une fois.</translation>
    </message>
    <message>
        <source>“Retry now” asks SRFax once more.</source>
        <translation>«&#xa0;Réessayer maintenant&#xa0;» demande encore une fois à SRFax.</translation>
    </message>
    <message>
        <source>Retry in {0}</source>
        <translation>Réessayer dans {0}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Nothing is tried for it while another account is signed in. It may still be going out.</source>
        <translation>Rien n’est tenté pour elle tant qu’un autre compte est connecté. Elle part peut-être encore.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Switch…</source>
        <translation>Changer de compte…</translation>
    </message>
    <message>
        <source>Being converted – cannot be stopped at this moment</source>
        <translation>En conversion – ne peut pas être arrêtée en ce moment</translation>
    </message>
    <message>
        <source>Not found at this moment</source>
        <translation>Introuvable en ce moment</translation>
    </message>
    <message>
        <source>Blocked by SRFax</source>
        <translation>Bloqué par SRFax</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Injoignable</translation>
    </message>
    <message>
        <source>Certificate not trusted</source>
        <translation>Certificat non fiable</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Pas de réponse à temps</translation>
    </message>
    <message>
        <source>Fault at SRFax or on the way</source>
        <translation>Panne chez SRFax ou en chemin</translation>
    </message>
    <message>
        <source>Answer not understood</source>
        <translation>Réponse non comprise</translation>
    </message>
    <message>
        <source>Switch to its account: it goes on by itself then.</source>
        <translation>Passez à son compte&#xa0;: tout se poursuit ensuite automatiquement.</translation>
    </message>
    <message>
        <source>the service answered with HTTP status {0}</source>
        <translation>le service a répondu avec l’état HTTP {0}</translation>
    </message>
    <message>
        <source>refused with HTTP status {0}</source>
        <translation>refusé avec l’état HTTP {0}</translation>
    </message>
    <message>
        <source>its name could not be found; there may be no network</source>
        <translation>son nom n’a pas été trouvé; il n’y a peut-être pas de réseau</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>la connexion a été refusée</translation>
    </message>
    <message>
        <source>the connection got no answer</source>
        <translation>la connexion n’a pas eu de réponse</translation>
    </message>
    <message>
        <source>there is no network</source>
        <translation>il n’y a pas de réseau</translation>
    </message>
    <message>
        <source>the proxy of this network failed</source>
        <translation>le serveur mandataire de ce réseau a échoué</translation>
    </message>
    <message>
        <source>the proxy of this network asks for a password</source>
        <translation>le serveur mandataire de ce réseau demande un mot de passe</translation>
    </message>
    <message>
        <source>no secure connection could be made</source>
        <translation>aucune connexion sécurisée n’a pu être établie</translation>
    </message>
    <message>
        <source>its certificate is not trusted by this computer</source>
        <translation>cet ordinateur ne se fie pas à son certificat</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>pas de réponse à temps</translation>
    </message>
    <message>
        <source>the connection broke before the answer was here</source>
        <translation>la connexion s’est rompue avant l’arrivée de la réponse</translation>
    </message>
    <message>
        <source>the program was closed</source>
        <translation>le programme a été fermé</translation>
    </message>
    <message>
        <source>fault at the service</source>
        <translation>panne du service</translation>
    </message>
    <message>
        <source>the service pointed to another address, which was not followed</source>
        <translation>le service a renvoyé vers une autre adresse, qui n’a pas été suivie</translation>
    </message>
    <message>
        <source>a web page came instead of an answer</source>
        <translation>une page Web est arrivée au lieu d’une réponse</translation>
    </message>
    <message>
        <source>the answer was blank</source>
        <translation>la réponse était vide</translation>
    </message>
    <message>
        <source>the answer was far too long</source>
        <translation>la réponse était beaucoup trop longue</translation>
    </message>
    <message>
        <source>refused by the service</source>
        <translation>refusé par le service</translation>
    </message>
    <message>
        <source>the answer could not be read</source>
        <translation>la réponse n’a pas pu être lue</translation>
    </message>
    <message>
        <source>the answer was not complete</source>
        <translation>la réponse n’était pas complète</translation>
    </message>
    <message>
        <source>the answer had no words</source>
        <translation>la réponse n’avait aucun texte</translation>
    </message>
    <message>
        <source>the answer has words that this program does not know</source>
        <translation>la réponse a un texte que ce programme ne connaît pas</translation>
    </message>
    <message>
        <source>the answer contradicts itself</source>
        <translation>la réponse se contredit</translation>
    </message>
    <message>
        <source>an error in this program; the log has it</source>
        <translation>une erreur dans ce programme; elle est dans le journal</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmé</translation>
    </message>
    <message>
        <source>it contradicts the answer to the stop</source>
        <translation>cela contredit la réponse à la demande d’arrêt</translation>
    </message>
    <message>
        <source>it has left the queue</source>
        <translation>elle a quitté la file d’attente</translation>
    </message>
    <message>
        <source>it proves nothing</source>
        <translation>cela ne prouve rien</translation>
    </message>
    <message>
        <source>SRFax could not be asked</source>
        <translation>SRFax n’a pas pu être interrogé</translation>
    </message>
    <message>
        <source>You asked again for it to be stopped</source>
        <translation>Vous avez redemandé son arrêt</translation>
    </message>
    <message>
        <source>again in {0}</source>
        <translation>de nouveau dans {0}</translation>
    </message>
    <message>
        <source>Attempt {0}: {1}</source>
        <translation>Tentative {0}&#xa0;: {1}</translation>
    </message>
    <message>
        <source>Added to the list</source>
        <translation>Ajoutée à la liste</translation>
    </message>
    <message>
        <source>You asked for it to be stopped</source>
        <translation>Vous avez demandé son arrêt</translation>
    </message>
    <message>
        <source>Attempt {0}: under way</source>
        <translation>Tentative {0}&#xa0;: en cours</translation>
    </message>
    <message>
        <source>Attempt {0}</source>
        <translation>Tentative {0}</translation>
    </message>
    <message>
        <source>Attempt {0}: the program ended before the answer; it may have arrived</source>
        <translation>Tentative {0}&#xa0;: le programme s’est terminé avant la réponse; la demande est peut-être arrivée</translation>
    </message>
    <message>
        <source>Not tried again: tried for as long as the rules allow</source>
        <translation>Plus d’essais&#xa0;: elle a été essayée aussi longtemps que le permettent les règles</translation>
    </message>
    <message>
        <source>You ended the trying</source>
        <translation>Vous avez mis fin aux essais</translation>
    </message>
    <message>
        <source>Taken off the list</source>
        <translation>Retirée de la liste</translation>
    </message>
    <message>
        <source>Looked up at SRFax: {0}</source>
        <translation>Vérifiée chez SRFax&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Left SRFax’s queue by itself</source>
        <translation>A quitté d’elle-même la file d’attente de SRFax</translation>
    </message>
    <message>
        <source>Notes on the call were saved</source>
        <translation>Les notes sur l’appel ont été enregistrées</translation>
    </message>
    <message>
        <source>The oldest lines were removed, as the settings say</source>
        <translation>Les lignes les plus anciennes ont été supprimées, selon les réglages</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>Sign in to SRFax, and the stops you asked for are sent.</source>
        <translation>Connectez-vous à SRFax, et les arrêts que vous avez demandés seront envoyés.</translation>
    </message>
    <message>
        <source>SRFax refused the account number or password. Nothing more was sent.</source>
        <translation>SRFax a refusé le numéro de compte ou le mot de passe. Rien d’autre n’a été envoyé.</translation>
    </message>
    <message>
        <source>SRFax cannot be reached: {0}.</source>
        <translation>SRFax est injoignable&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>SRFax cannot be reached.</source>
        <translation>SRFax est injoignable.</translation>
    </message>
    <message>
        <source>SRFax sends blank answers: it seems to be blocking this office’s address.</source>
        <translation>SRFax envoie des réponses vides&#xa0;: il semble bloquer l’adresse de ce bureau.</translation>
    </message>
    <message>
        <source>The certificate of whoever answers is not trusted by this computer. No password was sent.</source>
        <translation>Cet ordinateur ne se fie pas au certificat du serveur qui répond. Aucun mot de passe n’a été envoyé.</translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Essai en cours…</translation>
    </message>
    <message>
        <source>It can be tried again in {0}.</source>
        <translation>Un nouvel essai est possible dans {0}.</translation>
    </message>
    <message>
        <source>Trying again in {0}.</source>
        <translation>Nouvel essai dans {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>1 added</comment>
        <translation>
            <numerusform>%Ln ajoutée</numerusform>
            <numerusform>%Ln ajoutées</numerusform>
        </translation>
    </message>
    <message>
        <source>already in the list: {0}</source>
        <translation>déjà dans la liste&#xa0;: {0}</translation>
    </message>
    <message>
        <source>given twice, added once: {0}</source>
        <translation>en double, ajoutée une fois&#xa0;: {0}</translation>
    </message>
    <message>
        <source>not a fax ID: {0}</source>
        <translation>pas un ID de télécopie&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Fax {0} is not tried any more and may still be going out. “Retry now” tries it again.</source>
        <translation>La télécopie {0} n’est plus essayée et part peut-être encore. «&#xa0;Réessayer maintenant&#xa0;» l’essaie de nouveau.</translation>
    </message>
    <message>
        <source>{0}, next in {1}</source>
        <translation>{0}, la prochaine dans {1}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stopped</source>
        <comment>1 stopped</comment>
        <translation>
            <numerusform>%Ln arrêtée</numerusform>
            <numerusform>%Ln arrêtées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln faxes are still being tried and stay on the list. “Stop trying” first.</source>
        <comment>1 fax is still being tried and stays on the list. “Stop trying” first.</comment>
        <translation>
            <numerusform>%Ln télécopie est encore en cours d’essai et reste sur la liste. D’abord «&#xa0;Cesser d’essayer&#xa0;».</numerusform>
            <numerusform>%Ln télécopies sont encore en cours d’essai et restent sur la liste. D’abord «&#xa0;Cesser d’essayer&#xa0;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stops asked for before the program last ended go on now.</source>
        <comment>1 stop asked for before the program last ended goes on now.</comment>
        <translation>
            <numerusform>%Ln arrêt demandé avant la dernière fermeture du programme se poursuit maintenant.</numerusform>
            <numerusform>%Ln arrêts demandés avant la dernière fermeture du programme se poursuivent maintenant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stops asked for before the program last ended go on as soon as you are signed in.</source>
        <comment>1 stop asked for before the program last ended goes on as soon as you are signed in.</comment>
        <translation>
            <numerusform>%Ln arrêt demandé avant la dernière fermeture du programme se poursuivra dès que vous serez connecté.</numerusform>
            <numerusform>%Ln arrêts demandés avant la dernière fermeture du programme se poursuivront dès que vous serez connecté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln partly sent</source>
        <comment>1 partly sent</comment>
        <translation>
            <numerusform>%Ln envoyée en partie</numerusform>
            <numerusform>%Ln envoyées en partie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln too late</source>
        <comment>1 too late</comment>
        <translation>
            <numerusform>%Ln trop tard</numerusform>
            <numerusform>%Ln trop tard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not confirmed</source>
        <comment>1 not confirmed</comment>
        <translation>
            <numerusform>%Ln non confirmée</numerusform>
            <numerusform>%Ln non confirmées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found</source>
        <comment>1 not found</comment>
        <translation>
            <numerusform>%Ln introuvable</numerusform>
            <numerusform>%Ln introuvables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stopping</source>
        <comment>1 stopping</comment>
        <translation>
            <numerusform>%Ln arrêt en cours</numerusform>
            <numerusform>%Ln arrêts en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retrying</source>
        <comment>1 retrying</comment>
        <translation>
            <numerusform>%Ln à réessayer</numerusform>
            <numerusform>%Ln à réessayer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to be retried by you</source>
        <comment>1 to be retried by you</comment>
        <translation>
            <numerusform>%Ln à réessayer par vous</numerusform>
            <numerusform>%Ln à réessayer par vous</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on hold</source>
        <comment>1 on hold</comment>
        <translation>
            <numerusform>%Ln suspendue</numerusform>
            <numerusform>%Ln suspendues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>1 waiting</comment>
        <translation>
            <numerusform>%Ln en attente</numerusform>
            <numerusform>%Ln en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent</source>
        <comment>1 sent</comment>
        <translation>
            <numerusform>%Ln envoyée</numerusform>
            <numerusform>%Ln envoyées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>1 failed</comment>
        <translation>
            <numerusform>%Ln échouée</numerusform>
            <numerusform>%Ln échouées</numerusform>
        </translation>
    </message>
    <message>
        <source>Practice – no fax here is real, and nothing leaves this computer. Try what happens to faxes 10000001 to 10000008.</source>
        <translation>Exercice – aucune télécopie n’est réelle ici, et rien ne quitte cet ordinateur. Essayez ce qui arrive aux télécopies 10000001 à 10000008.</translation>
    </message>
    <message>
        <source>Finishing: waiting for the last answers…</source>
        <translation>Fermeture&#xa0;: les dernières réponses sont attendues…</translation>
    </message>
    <message>
        <source>The password could not be stored. It is kept until the program is closed.</source>
        <translation>Le mot de passe n’a pas pu être enregistré. Il est gardé jusqu’à la fermeture du programme.</translation>
    </message>
    <message>
        <source>The password could not be removed from the password vault of this computer: it may still be stored there.</source>
        <translation>Le mot de passe n’a pas pu être retiré du coffre de mots de passe de cet ordinateur&#xa0;: il y est peut-être encore.</translation>
    </message>
    <message>
        <source>The password of account {0} could not be removed before the program was last closed. It is now: the password vault of this computer has it no more.</source>
        <translation>Le mot de passe du compte {0} n’a pas pu être retiré avant la dernière fermeture du programme. C’est fait maintenant&#xa0;: le coffre de mots de passe de cet ordinateur ne l’a plus.</translation>
    </message>
    <message>
        <source>The password vault of this computer could not be opened. Please sign in again.</source>
        <translation>Le coffre de mots de passe de cet ordinateur n’a pas pu être ouvert. Veuillez vous connecter de nouveau.</translation>
    </message>
    <message>
        <source>A file of this program was damaged. It was kept as {0}, and a new one was begun.</source>
        <translation>Un fichier de ce programme était endommagé. Il a été conservé sous {0}, et un nouveau a été commencé.</translation>
    </message>
    <message>
        <source>Please type the account number.</source>
        <translation>Veuillez taper le numéro de compte.</translation>
    </message>
    <message>
        <source>This is an e-mail address. SRFax wants the account number here: digits only, shown in the SRFax portal under your account.</source>
        <translation>C’est une adresse de courriel. SRFax veut ici le numéro de compte&#xa0;: des chiffres seulement, affiché dans le portail de SRFax sous votre compte.</translation>
    </message>
    <message>
        <source>The account number is made of digits only.</source>
        <translation>Le numéro de compte ne contient que des chiffres.</translation>
    </message>
    <message>
        <source>Please type the password.</source>
        <translation>Veuillez taper le mot de passe.</translation>
    </message>
    <message>
        <source>SRFax accepts this sign-in: {0}.</source>
        <translation>SRFax accepte cette connexion&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>SRFax accepts this sign-in.</source>
        <translation>SRFax accepte cette connexion.</translation>
    </message>
    <message>
        <source>SRFax refused the account number or password.</source>
        <translation>SRFax a refusé le numéro de compte ou le mot de passe.</translation>
    </message>
    <message>
        <source>Whoever answered could not prove to be SRFax. No password was sent.</source>
        <translation>Le serveur qui a répondu n’a pas pu prouver qu’il est SRFax. Aucun mot de passe n’a été envoyé.</translation>
    </message>
    <message>
        <source>SRFax could not be asked.</source>
        <translation>SRFax n’a pas pu être interrogé.</translation>
    </message>
    <message>
        <source>The list cannot be saved: {0}. Stopping goes on, but the list is lost if the program ends.</source>
        <translation>La liste ne peut pas être enregistrée&#xa0;: {0}. Les arrêts continuent, mais la liste est perdue si le programme se termine.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message numerus="yes">
        <source>%Ln faxes are not tried any more and may still be going out. “Retry now” tries them again.</source>
        <comment>1 fax is not tried any more and may still be going out. “Retry now” tries it again.</comment>
        <translation>
            <numerusform>%Ln télécopie n’est plus essayée et part peut-être encore. «&#xa0;Réessayer maintenant&#xa0;» l’essaie de nouveau.</numerusform>
            <numerusform>%Ln télécopies ne sont plus essayées et partent peut-être encore. «&#xa0;Réessayer maintenant&#xa0;» les essaie de nouveau.</numerusform>
        </translation>
    </message>
    <message>
        <source>the folder is read-only</source>
        <translation>le dossier est en lecture seule</translation>
    </message>
    <message>
        <source>the folder cannot be written to</source>
        <translation>le dossier ne permet pas l’écriture</translation>
    </message>
    <message>
        <source>the folder, or the file in it, belongs to another user</source>
        <translation>le dossier, ou le fichier qu’il contient, appartient à un autre utilisateur</translation>
    </message>
    <message>
        <source>another program holds the file</source>
        <translation>un autre programme utilise le fichier</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>le fichier est endommagé</translation>
    </message>
    <message>
        <source>a newer version of this program wrote it</source>
        <translation>une version plus récente de ce programme l’a écrit</translation>
    </message>
    <message>
        <source>this computer does not allow it</source>
        <translation>cet ordinateur ne le permet pas</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %Ln more</source>
        <comment>{0} and 1 more</comment>
        <translation>
            <numerusform>{0} et %Ln autre</numerusform>
            <numerusform>{0} et %Ln autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message numerus="yes">
        <source>Stop all %Ln faxes?</source>
        <comment>Stop 1 fax?</comment>
        <translation>
            <numerusform>Arrêter %Ln télécopie?</numerusform>
            <numerusform>Arrêter les %Ln télécopies?</numerusform>
        </translation>
    </message>
    <message>
        <source>A stop cannot be undone: a fax that is stopped has to be sent again.</source>
        <translation>Un arrêt ne peut pas être annulé&#xa0;: une télécopie arrêtée doit être envoyée de nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>Stop %Ln faxes</source>
        <comment>Stop 1 fax</comment>
        <translation>
            <numerusform>Arrêter %Ln télécopie</numerusform>
            <numerusform>Arrêter %Ln télécopies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop the %Ln faxes that the filter shows?</source>
        <comment>Stop the 1 fax that the filter shows?</comment>
        <translation>
            <numerusform>Arrêter %Ln télécopie, celle que le filtre affiche?</numerusform>
            <numerusform>Arrêter les %Ln télécopies que le filtre affiche?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more that could be stopped are hidden by the filter and left alone.</source>
        <comment>1 more that could be stopped is hidden by the filter and left alone.</comment>
        <translation>
            <numerusform>%Ln autre qui pourrait être arrêtée est masquée par le filtre et n’est pas touchée.</numerusform>
            <numerusform>%Ln autres qui pourraient être arrêtées sont masquées par le filtre et ne sont pas touchées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>Stop trying to stop %Ln faxes?</source>
        <comment>Stop trying to stop 1 fax?</comment>
        <translation>
            <numerusform>Cesser d’essayer d’arrêter %Ln télécopie?</numerusform>
            <numerusform>Cesser d’essayer d’arrêter %Ln télécopies?</numerusform>
        </translation>
    </message>
    <message>
        <source>No selected fax is being tried. A fax that is no longer tried may still go out.</source>
        <translation>Aucune télécopie sélectionnée n’est en cours d’essai. Une télécopie qui n’est plus essayée peut encore partir.</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>Cesser d’essayer</translation>
    </message>
    <message>
        <source>Keep trying</source>
        <translation>Continuer d’essayer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln faxes are still being tried.</source>
        <comment>1 fax is still being tried.</comment>
        <translation>
            <numerusform>%Ln télécopie est encore en cours d’essai.</numerusform>
            <numerusform>%Ln télécopies sont encore en cours d’essai.</numerusform>
        </translation>
    </message>
    <message>
        <source>If you close now, nothing is tried until the program is started again; it then goes on by itself. Until then, pages may go out.</source>
        <translation>Si vous fermez maintenant, rien n’est essayé jusqu’au prochain démarrage du programme; il reprend alors automatiquement. D’ici là, des pages peuvent partir.</translation>
    </message>
    <message>
        <source>A fax that is no longer tried may still go out.</source>
        <translation>Une télécopie qui n’est plus essayée peut encore partir.</translation>
    </message>
    <message>
        <source>Keep trying in the tray</source>
        <translation>Continuer dans la zone de notification</translation>
    </message>
    <message>
        <source>Stop trying for now</source>
        <translation>Cesser d’essayer pour l’instant</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Wait a moment, and start it again. If that does not help, close it with the tools of your system (Task Manager, Force Quit) and start it again: it goes on with everything that was asked for.</source>
        <translation>Attendez un moment, puis démarrez-le de nouveau. Si cela ne suffit pas, fermez-le avec les outils de votre système (Gestionnaire des tâches, Forcer à quitter), puis démarrez-le de nouveau&#xa0;: il poursuit tout ce qui a été demandé.</translation>
    </message>
    <message>
        <source>Perhaps not added: {0}.</source>
        <translation>Peut-être non ajoutées&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>SRFax Desktop is already running, but does not answer.</source>
        <translation>SRFax Desktop est déjà ouvert, mais ne répond pas.</translation>
    </message>
    <message>
        <source>SRFax Desktop</source>
        <translation>SRFax Desktop</translation>
    </message>
</context>
<context>
    <name>record</name>
    <message>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>None was made.</source>
        <translation>Aucune n’a été faite.</translation>
    </message>
    <message>
        <source>Attempt {0}</source>
        <translation>Tentative {0}</translation>
    </message>
    <message>
        <source>Attempts {0}–{1}</source>
        <translation>Tentatives {0} à {1}</translation>
    </message>
    <message numerus="yes">
        <source>Tried %Ln times</source>
        <comment>Tried once</comment>
        <translation>
            <numerusform>Essayé une fois</numerusform>
            <numerusform>Essayé %Ln fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Its answer had not come when this record was made</source>
        <translation>Sa réponse n’était pas arrivée quand ce rapport a été établi</translation>
    </message>
    <message>
        <source>The program ended before the answer; the request may have arrived</source>
        <translation>Le programme s’est terminé avant la réponse; la demande est peut-être arrivée</translation>
    </message>
    <message>
        <source>Answered {0}</source>
        <translation>Réponse {0}</translation>
    </message>
    <message>
        <source>Tried {0}</source>
        <translation>Essayé {0}</translation>
    </message>
    <message>
        <source>{0}, last answered {1}</source>
        <translation>{0}, dernière réponse {1}</translation>
    </message>
    <message>
        <source>{0}, last ended {1}</source>
        <translation>{0}, la dernière fois jusqu’à {1}</translation>
    </message>
    <message>
        <source>{0}, answered {1}</source>
        <translation>{0}, réponse {1}</translation>
    </message>
    <message>
        <source>{0}, ended {1}</source>
        <translation>{0}, terminé {1}</translation>
    </message>
    <message>
        <source>SRFax said {0}, with Status {1}</source>
        <translation>SRFax a répondu {0}, avec Status {1}</translation>
    </message>
    <message>
        <source>SRFax said {0}</source>
        <translation>SRFax a répondu {0}</translation>
    </message>
    <message>
        <source>Not looked up afterwards.</source>
        <translation>Elle n’a pas été vérifiée par la suite.</translation>
    </message>
    <message>
        <source>NOT CONFIRMED: SRFax’s lists contradict its answer to the stop.</source>
        <translation>NON CONFIRMÉE&#xa0;: les listes de SRFax contredisent sa réponse à la demande d’arrêt.</translation>
    </message>
    <message>
        <source>The fax may have gone out, or may still be going out.</source>
        <translation>La télécopie est peut-être partie, ou part peut-être encore.</translation>
    </message>
    <message>
        <source>Confirmed: SRFax’s lists agree with its answer to the stop.</source>
        <translation>Confirmée&#xa0;: les listes de SRFax concordent avec sa réponse à la demande d’arrêt.</translation>
    </message>
    <message>
        <source>SRFax’s answers to the stop do not settle it, but its lists say how the fax ended.</source>
        <translation>Les réponses de SRFax à la demande d’arrêt ne permettent pas de trancher, mais ses listes disent comment la télécopie s’est terminée.</translation>
    </message>
    <message>
        <source>Not confirmed: SRFax’s lists do not settle it.</source>
        <translation>Non confirmée&#xa0;: les listes de SRFax ne permettent pas de trancher.</translation>
    </message>
    <message>
        <source>Not confirmed: SRFax’s lists could not be looked at.</source>
        <translation>Non confirmée&#xa0;: les listes de SRFax n’ont pas pu être consultées.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>SRFax’s lists</source>
        <translation>Listes de SRFax</translation>
    </message>
    <message>
        <source>{0}, as SRFax counts them</source>
        <translation>{0}, selon le compte de SRFax</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>Vérifiée</translation>
    </message>
    <message>
        <source>Left the queue by itself</source>
        <translation>A quitté d’elle-même la file d’attente</translation>
    </message>
    <message>
        <source>Looked up earlier</source>
        <translation>Vérifiée plus tôt</translation>
    </message>
    <message>
        <source>Answer to the stop</source>
        <translation>Réponse à la demande d’arrêt</translation>
    </message>
    <message>
        <source>Its status could not be asked for: {0}</source>
        <translation>Son état n’a pas pu être demandé&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Listed as {0}, with error code {1}</source>
        <translation>Inscrite comme {0}, avec le code d’erreur {1}</translation>
    </message>
    <message>
        <source>Listed as {0}</source>
        <translation>Inscrite comme {0}</translation>
    </message>
    <message>
        <source>No status was given</source>
        <translation>Aucun état n’a été indiqué</translation>
    </message>
    <message>
        <source>The queue could not be looked at, or not read in full</source>
        <translation>La file d’attente n’a pas pu être consultée, ou pas lue en entier</translation>
    </message>
    <message>
        <source>Still in the queue</source>
        <translation>Toujours dans la file d’attente</translation>
    </message>
    <message>
        <source>Not in the queue any more</source>
        <translation>Plus dans la file d’attente</translation>
    </message>
    <message>
        <source>and {0} more here, see the text version</source>
        <translation>et {0} de plus ici, voir la version texte</translation>
    </message>
    <message>
        <source>{0}… (shortened, see the text version)</source>
        <translation>{0}… (abrégé, voir la version texte)</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>«&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>SRFax incident {0} {1}</source>
        <translation>Incident SRFax {0} {1}</translation>
    </message>
    <message numerus="yes">
        <source>SRFax incidents, %Ln faxes {0}</source>
        <comment>SRFax incidents, 1 fax {0}</comment>
        <translation>
            <numerusform>Incident SRFax, %Ln télécopie {0}</numerusform>
            <numerusform>Incidents SRFax, %Ln télécopies {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop asked for again</source>
        <translation>Arrêt redemandé</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more times, see the text version</source>
        <comment>… and 1 more time, see the text version</comment>
        <translation>
            <numerusform>… et %Ln autre fois, voir la version texte</numerusform>
            <numerusform>… et %Ln autres fois, voir la version texte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more lines, see the text version</source>
        <comment>… and 1 more line, see the text version</comment>
        <translation>
            <numerusform>… et %Ln autre ligne, voir la version texte</numerusform>
            <numerusform>… et %Ln autres lignes, voir la version texte</numerusform>
        </translation>
    </message>
    <message>
        <source>SRFax Desktop – incident record</source>
        <translation>SRFax Desktop – rapport d’incident</translation>
    </message>
    <message>
        <source>Trying was ended by hand before SRFax confirmed the stop.</source>
        <translation>Les essais ont été arrêtés manuellement avant que SRFax confirme l’arrêt.</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Télécopie</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Requests to SRFax to stop it</source>
        <translation>Demandes d’arrêt à SRFax</translation>
    </message>
    <message>
        <source>Looked up at SRFax afterwards</source>
        <translation>Vérification ultérieure chez SRFax</translation>
    </message>
    <message>
        <source>Call to the recipient</source>
        <translation>Appel au destinataire</translation>
    </message>
    <message>
        <source>This record</source>
        <translation>Ce rapport</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Fax ID</source>
        <translation>ID de télécopie</translation>
    </message>
    <message>
        <source>SRFax account</source>
        <translation>Compte SRFax</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>{0} in SRFax’s own words, by the account’s clock</source>
        <translation>{0} dans les mots de SRFax, à l’heure du compte</translation>
    </message>
    <message>
        <source>{0}, by the account’s clock</source>
        <translation>{0}, à l’heure du compte</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Mise en file</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Sub-user</source>
        <translation>Sous-utilisateur</translation>
    </message>
    <message>
        <source>Account code</source>
        <translation>Code de compte</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Added to the list</source>
        <translation>Ajoutée à la liste</translation>
    </message>
    <message>
        <source>Stop asked for</source>
        <translation>Arrêt demandé</translation>
    </message>
    <message>
        <source>Trying given up</source>
        <translation>Essais abandonnés</translation>
    </message>
    <message>
        <source>Trying ended by hand</source>
        <translation>Essais arrêtés à la main</translation>
    </message>
    <message>
        <source>Taken off the list</source>
        <translation>Retirée de la liste</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Nothing was written down.</source>
        <translation>Rien n’a été noté.</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>Dernier enregistrement</translation>
    </message>
    <message>
        <source>Spoke to</source>
        <translation>Personne jointe</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Only the last four digits of the destination’s number are shown.</source>
        <translation>Seuls les quatre derniers chiffres du numéro de destination sont affichés.</translation>
    </message>
    <message>
        <source>The destination’s number is shown in full.</source>
        <translation>Le numéro de destination est affiché en entier.</translation>
    </message>
    <message>
        <source>The older lines of this fax’s history are not on this computer any more.</source>
        <translation>Les lignes plus anciennes de l’historique de cette télécopie ne sont plus sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{0} with SRFax Desktop {1}</source>
        <translation>{0} avec SRFax Desktop {1}</translation>
    </message>
    <message>
        <source>All times are this computer’s, with their offset from UTC.</source>
        <translation>Toutes les heures sont celles de cet ordinateur, avec leur décalage par rapport à l’UTC.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Établi</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
</context>
<context>
    <name>saving</name>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>nothing can be written there</source>
        <translation>rien ne peut y être écrit</translation>
    </message>
    <message>
        <source>another program holds that file, or its name cannot be used there</source>
        <translation>un autre programme utilise ce fichier, ou son nom n’y est pas permis</translation>
    </message>
    <message>
        <source>this computer does not allow it</source>
        <translation>cet ordinateur ne le permet pas</translation>
    </message>
    <message>
        <source>It could not be saved: {0}.</source>
        <translation>L’enregistrement n’a pas pu se faire&#xa0;: {0}.</translation>
    </message>
</context>
<context>
    <name>trouble</name>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Un problème est survenu dans le programme.</translation>
    </message>
    <message>
        <source>Your list and everything you asked for are safe, and the program goes on.</source>
        <translation>Votre liste et tout ce que vous avez demandé sont en sécurité, et le programme continue.</translation>
    </message>
    <message>
        <source>The program goes on, but your list cannot be saved at the moment: keep the program open.</source>
        <translation>Le programme continue, mais votre liste ne peut pas être enregistrée en ce moment&#xa0;: gardez le programme ouvert.</translation>
    </message>
    <message>
        <source>If a part of the window does not react any more, close the program and open it again: it goes on with the stops that you asked for.</source>
        <translation>Si une partie de la fenêtre ne réagit plus, fermez le programme et ouvrez-le de nouveau&#xa0;: il poursuit les arrêts que vous avez demandés.</translation>
    </message>
    <message>
        <source>If a part of the window does not react any more, look in the SRFax portal too.</source>
        <translation>Si une partie de la fenêtre ne réagit plus, regardez aussi dans le portail de SRFax.</translation>
    </message>
    <message>
        <source>To have it mended, give the details, or the support bundle (“Help”), to whoever looks after this program. Neither has passwords, fax numbers or subjects in it.</source>
        <translation>Pour faire corriger le problème, donnez les détails, ou le dossier de soutien («&#xa0;Aide&#xa0;»), à la personne qui s’occupe de ce programme. Ni l’un ni l’autre ne contient de mots de passe, de numéros de télécopieur ou d’objets.</translation>
    </message>
    <message>
        <source>Something else went wrong inside the program. It goes on; the details are in the support bundle (“Help”).</source>
        <translation>Un autre problème est survenu dans le programme. Il continue; les détails sont dans le dossier de soutien («&#xa0;Aide&#xa0;»).</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>SRFax Desktop ended unexpectedly last time ({0}). Nothing was lost: what you ask for is written down before it is sent, and goes on. Details are in the support bundle (“Help”).</source>
        <translation>SRFax Desktop s’est fermé de façon inattendue la dernière fois ({0}). Rien n’a été perdu&#xa0;: ce que vous demandez est écrit avant d’être envoyé, et se poursuit. Les détails sont dans le dossier de soutien («&#xa0;Aide&#xa0;»).</translation>
    </message>
    <message>
        <source>SRFax Desktop ended unexpectedly last time ({0}). Details are in the support bundle (“Help”).</source>
        <translation>SRFax Desktop s’est fermé de façon inattendue la dernière fois ({0}). Les détails sont dans le dossier de soutien («&#xa0;Aide&#xa0;»).</translation>
    </message>
    <message>
        <source>SRFax Desktop could not open its window. Your list and everything you asked for are kept. Until it does, look in the SRFax portal, or call SRFax.</source>
        <translation>SRFax Desktop n’a pas pu ouvrir sa fenêtre. Votre liste et tout ce que vous avez demandé sont conservés. D’ici à ce qu’il y arrive, regardez dans le portail de SRFax, ou appelez SRFax.</translation>
    </message>
    <message>
        <source>The folder could not be opened. It is {0}</source>
        <translation>Le dossier n’a pas pu être ouvert. C’est {0}</translation>
    </message>
    <message>
        <source>No browser could be opened. Newer versions are at {0}.</source>
        <translation>Aucun navigateur n’a pu être ouvert. Les versions plus récentes sont à {0}.</translation>
    </message>
</context>
</TS>
