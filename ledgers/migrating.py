"""A first migration that makes many tables without rendering all models after each of them."""

from django.db.migrations.operations import CreateModel, DeleteModel, RenameModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.operations.models import IndexOperation, ModelOperation
from pgtrigger.migrations import AddTrigger, RemoveTrigger


class AtOnce(Operation):
    """Operations of an app's first migration, applied together.

    Django renders every related model again after each operation, which for some 150 closely
    related models took minutes. Here the state takes all operations first and is rendered once;
    each table is then created in its final shape, so the operations that would only add fields,
    indexes or constraints to it have nothing left to do. Not for later migrations: on tables that
    exist each operation has to do its own work. `squashmigrations` lets the first migration take
    the later ones in (docs/decisions/0027-squashed-migrations.md).
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, operations: list[Operation]):
        self.operations = operations

    def deconstruct(self):
        return (self.__class__.__name__, [self.operations], {})

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # unrendered, so that nothing is rendered in between
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            if self._has_own_work(operation):
                operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            if isinstance(operation, CreateModel):
                schema_editor.delete_model(from_state.apps.get_model(app_label, operation.name))

    def reduce(self, operation, app_label):
        """Take in what a later migration does to the tables' shape; False where that is more.

        The hook of Django's optimizer, which runs when migrations are squashed.
        """
        if isinstance(operation, AtOnce):
            return [AtOnce([*self.operations, *operation.operations])]
        if isinstance(operation, RemoveTrigger):
            left = self._without(operation)
            return [AtOnce(left)] if len(left) < len(self.operations) else False
        # A table created under its last name would not be found under its first one.
        if isinstance(operation, RenameModel | DeleteModel) or not self._is_shape(operation):
            return False
        return [AtOnce([*self.operations, operation])]

    def describe(self):
        return f"Create {len(self.operations)} parts of the first shape at once"

    def _without(self, removed: RemoveTrigger) -> list[Operation]:
        """The operations but for those that add the trigger that is removed again."""
        return [
            operation
            for operation in self.operations
            if not isinstance(operation, AddTrigger)
            or operation.trigger.name != removed.name
            or operation.model_name_lower != removed.model_name_lower
        ]

    @staticmethod
    def _is_shape(operation: Operation) -> bool:
        return isinstance(operation, ModelOperation | FieldOperation | IndexOperation)

    @classmethod
    def _has_own_work(cls, operation: Operation) -> bool:
        """Whether the operation does more than shape a model that CreateModel makes anyway.

        Operations of other libraries (triggers) are not part of a table's shape.
        """
        foreign = not type(operation).__module__.startswith("django.")
        return foreign or isinstance(operation, CreateModel) or not cls._is_shape(operation)
