"""Forms of the mending pages: choosing a person, saying a day."""

from django import forms

from ledgers import clock
from ledgers.fields import DayField as ReadDay
from ledgers.text_limits import drop_maxlength

NO_WORDS_OF_ITS_OWN = forms.Field.default_error_messages["required"]


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class DayPickerField(ReadDay):
    """A day, typed or picked."""

    widget = DayInput


class MendForm(forms.Form):
    """A form about one row; `field_of` maps a service's field name to the form's."""

    field_of: dict[str, str] = {}
    layout = ""  # "pairs": two fields side by side

    def __init__(self, *args, row, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.row, self.user = row, user
        for field in self.fields.values():
            if field.error_messages["required"] == NO_WORDS_OF_ITS_OWN:
                field.error_messages["required"] = "请填写此项。"
        drop_maxlength(self)

    def drawn(self):
        """The fields that the template draws one under the other."""
        return list(self)


class EndForm(MendForm):
    """Since which day something no longer holds."""

    field_of = {"until": "on", "dissolved_on": "on"}
    on = DayPickerField(label="自哪一天起不再有效", help_text="该日起不计入，之前的各日不变。")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = clock.today()
