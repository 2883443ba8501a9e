# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Files that the user asks for: there as a whole or not at all, and in plain words why not."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QDir,
    QFileDevice,
    QFileInfo,
    QIODevice,
    QObject,
    QSaveFile,
    QTemporaryDir,
    Slot,
)

translate = QCoreApplication.translate

_OWNER_ONLY = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner


class SavingError(Exception):
    """A file could not be written. `words` tell the user why."""

    def __init__(self, problem: QFileDevice.FileError, detail: str) -> None:
        super().__init__(f"{problem.name}: {detail}")
        self.words = _words(problem)


def save_file(path: str, content: bytes, *, private: bool = False) -> None:
    """Write a file, in the place of an older one if there is one, which otherwise stays as it was.

    private: only its owner can read it; otherwise it is as open as the user's other files.
    Raises SavingError.
    """
    file = QSaveFile(path)
    written = (
        file.open(QIODevice.OpenModeFlag.WriteOnly | QIODevice.OpenModeFlag.Unbuffered)
        and (not private or file.setPermissions(_OWNER_ONLY))
        and _write_all(file, content)
    )
    problem, detail = file.error(), file.errorString()
    if not written:
        file.cancelWriting()  # it takes the place of the error
    committed = file.commit()
    if not written:
        raise SavingError(problem, detail)
    if not committed:
        raise SavingError(file.error(), file.errorString())


def name_and_folder(path: str) -> tuple[str, str]:
    """Return the name of a file and that of its folder, to say where it is; `/` has its own path."""
    info = QFileInfo(path)
    return info.fileName(), info.dir().dirName() or QDir.toNativeSeparators(info.dir().path())


def _write_all(file: QSaveFile, content: bytes) -> bool:
    while content:  # what fits is written first; only the rest finds the disk full
        written = file.write(content)
        if written <= 0:
            return False
        content = content[written:]
    return True


def _words(problem: QFileDevice.FileError) -> str:
    if problem is QFileDevice.FileError.ResourceError:
        why = translate("saving", "the disk is full")
    elif problem in _NOT_ALLOWED:
        why = translate("saving", "nothing can be written there")
    elif problem is QFileDevice.FileError.RenameError:
        why = translate("saving", "another program holds that file, or its name cannot be used there")
    else:
        why = translate("saving", "this computer does not allow it")
    return translate("saving", "It could not be saved: {0}.").format(why)


_NOT_ALLOWED = frozenset(
    {
        QFileDevice.FileError.OpenError,
        QFileDevice.FileError.PermissionsError,
        QFileDevice.FileError.WriteError,
    }
)


class PrivateCopies(QObject):
    """Files made only to be looked at, in folders of this user's own. They go when the program ends."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: list[QTemporaryDir] = []

    def write(self, name: str, content: bytes) -> str:
        """Write a new file, and return its path. Raises SavingError."""
        # A folder for each: the same name again may be that of a file that another program holds open.
        folder = QTemporaryDir(f"{QDir.tempPath()}/srfax-desktop-XXXXXX")
        if not folder.isValid():
            raise SavingError(QFileDevice.FileError.OpenError, folder.errorString())
        self._folders.append(folder)
        path = folder.filePath(name)
        save_file(path, content, private=True)
        return path

    @Slot()
    def remove(self) -> None:
        """Remove them all; what another program holds open, Windows keeps."""
        self._folders = [folder for folder in self._folders if not folder.remove()]
