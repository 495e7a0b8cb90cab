"""Work phones in forms: written, never read. Who needs a number looks it up where each look is kept."""

from ledgers.cleaning import squash
from ledgers.fields import PhoneField

NONE = "无"  # typed to take a number out


class OptionalPhoneField(PhoneField):
    """A phone of which an empty cell says nothing and 无 that there is none (`NONE`)."""

    def to_python(self, value):
        return NONE if squash(value) == NONE else super().to_python(value)


class WriteOnlyPhone:
    """For a model form of Person with the field `phone`: shows it masked; empty leaves it as it is."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "phone" in self.fields and self.instance.phone:
            self.initial["phone"] = ""
            masked = self.instance.masked_phone
            self.fields["phone"].help_text = f"现为{masked}；留空则不变，填“{NONE}”则删除。"
        # _post_clean writes the typed value into the instance; this one is the stored one.
        self._stored_phone = self.instance.phone

    def clean_phone(self):
        typed = self.cleaned_data["phone"]
        return "" if typed == NONE else typed or self._stored_phone
