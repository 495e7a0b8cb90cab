"""A first migration that makes many tables without rendering all models after each of them."""

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation


class AtOnce(Operation):
    """Operations of an app's first migration, applied together.

    Django renders every related model again after each operation, which for some 150 closely
    related models took minutes. Here the state takes all operations first and is rendered once;
    each table is then created in its final shape, so the operations that would only add fields,
    indexes or constraints to it have nothing left to do. Not for later migrations: on tables that
    exist each operation has to do its own work.
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

    def describe(self):
        return f"Create {len(self.operations)} parts of the first shape at once"

    @staticmethod
    def _has_own_work(operation: Operation) -> bool:
        """Whether the operation does more than shape a model that CreateModel makes anyway.

        Operations of other libraries (triggers) are not part of a table's shape.
        """
        foreign = not type(operation).__module__.startswith("django.")
        return foreign or isinstance(operation, CreateModel)
