; SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
; SPDX-License-Identifier: MIT
;
; Installs for one user, without administrator's rights. Made by Inno Setup 6.3 or later:
;   iscc /DVersion=0.1.0 /DNumbers=0.1.0.0 /DSource=dist\srfax-desktop resources\windows\srfax-desktop.iss
; Silently, as an administrator's tool does it:
;   srfax-desktop-0.1.0-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /TASKS="desktopicon,startup"
;   unins000.exe /VERYSILENT /SUPPRESSMSGBOXES              keeps the list, the history and the settings
;   unins000.exe /VERYSILENT /SUPPRESSMSGBOXES /REMOVEDATA  removes them, and the remembered passwords
; While the program runs, the installer has it closed and started again (Windows' Restart Manager does). Whatever
; removes it waits for its user to close it, or gives up where nobody can be asked.

#ifndef Version
  #error Version is missing: iscc /DVersion=0.1.0 ...
#endif
#ifndef Numbers
  #define Numbers Version
#endif
#ifndef Source
  #define Source "..\..\dist\srfax-desktop"
#endif
#define Name "SRFax Desktop"
#define Program "srfax-desktop.exe"
; The same as in srfax_desktop/windows_identity.py.
#define AppId "SRFaxDesktop"

[Setup]
AppId={{7E0E1C86-3C1B-4B57-9E0E-5B5C1F7C5A41}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher=SRFax Desktop contributors
VersionInfoVersion={#Numbers}
VersionInfoTextVersion={#Version}
VersionInfoProductTextVersion={#Version}
PrivilegesRequired=lowest
DefaultDirName={autopf}\SRFax Desktop
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
DisableDirPage=auto
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Source}\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=srfax-desktop-{#Version}-setup
; Where PyInstaller works: build\, and in it a folder named after build.spec.
SetupIconFile=..\..\build\build\srfax-desktop.ico
UninstallDisplayIcon={app}\{#Program}
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes
; It goes on with the faxes that it was trying: see windows_identity.py.
RestartApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[CustomMessages]
en.AtLogIn=Start when I log in
fr.AtLogIn=Démarrer à l’ouverture de session
en.Practise=Practise (nothing is sent)
fr.Practise=S’exercer (rien n’est envoyé)
en.Running=SRFax Desktop is running. Close it, then go on.
fr.Running=SRFax Desktop est ouvert. Fermez-le, puis continuez.
en.RemoveData=Remove the list of faxes, its history, the settings and the remembered passwords as well?%n%nThe history may be needed as a record. Choose No to keep it.
fr.RemoveData=Supprimer aussi la liste des télécopies, son historique, les réglages et les mots de passe mémorisés?%n%nL’historique peut servir de preuve. Choisissez Non pour le conserver.

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"
Name: "startup"; Description: "{cm:AtLogIn}"; Flags: unchecked

[Files]
Source: "{#Source}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Registry]
; Links such as srfax-desktop:31524120. Whatever a link has in it, it is one word behind --link.
Root: HKCU; Subkey: "Software\Classes\srfax-desktop"; ValueType: string; ValueData: "URL:SRFax Desktop"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\srfax-desktop"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\srfax-desktop\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" --link ""%1"""

[InstallDelete]
; Files of an older version that this one does not have would be found by the program.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\{#Program}"; AppUserModelID: "{#AppId}"
Name: "{group}\{cm:Practise}"; Filename: "{app}\{#Program}"; Parameters: "--practice"; AppUserModelID: "{#AppId}.Practice"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; AppUserModelID: "{#AppId}"; Tasks: desktopicon
Name: "{userstartup}\{#Name}"; Filename: "{app}\{#Program}"; AppUserModelID: "{#AppId}"; Tasks: startup

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

[Code]
function InitializeUninstall(): Boolean;
begin
  Result := True;
  while Result and CheckForMutexes('{#AppId}') do
    Result := SuppressibleMsgBox(CustomMessage('Running'), mbError, MB_RETRYCANCEL, IDCANCEL) = IDRETRY;
end;

function RemoveDataWanted(): Boolean;
var
  I: Integer;
begin
  Result := False;
  for I := 1 to ParamCount do
    if CompareText(ParamStr(I), '/REMOVEDATA') = 0 then
      Result := True;
  if not Result and not UninstallSilent then
    Result := MsgBox(CustomMessage('RemoveData'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Status: Integer;
begin
  if (Step = usUninstall) and RemoveDataWanted() then
  begin
    { Before its files go: only the program knows for which accounts Credential Manager has passwords. }
    Exec(ExpandConstant('{app}\srfax-desktop-console.exe'), '--forget-passwords', '', SW_HIDE, ewWaitUntilTerminated, Status);
    DelTree(ExpandConstant('{localappdata}\srfax-desktop'), True, True, True);
  end;
end;
