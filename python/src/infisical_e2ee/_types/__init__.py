"""Results of calls. The native module creates them with positional fields."""

from .._generated.records import *
from .access import Permission, Role, RolePermission
from .secrets import (
    BulkItem,
    BulkResult,
    NestedReferences,
    NewValue,
    SecretChange,
    SecretHistory,
    SecretList,
    SecretType,
    SnapshotContents,
    UnknownReferences,
)

__all__ = [
    "BulkItem",
    "BulkResult",
    "NestedReferences",
    "NewValue",
    "Permission",
    "Role",
    "RolePermission",
    "SecretChange",
    "SecretHistory",
    "SecretList",
    "SecretType",
    "SnapshotContents",
    "UnknownReferences",
]
