"""Places where a document is kept, all behind `workshop.session.Store`, all passing one contract suite."""

from workshop.storage.closed import ClosedStore
from workshop.storage.file import FileStore
from workshop.storage.folder import data_folder
from workshop.storage.memory import MemoryStore

__all__ = ["ClosedStore", "FileStore", "MemoryStore", "data_folder"]
