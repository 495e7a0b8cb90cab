"""Work phones in forms: written, never read. Who needs a number looks it up where each look is kept."""

from django.core.validators import RegexValidator

PHONE = RegexValidator(
    r"^\d[\d-]{5,18}\d$", "电话只填数字和短横线，例如13800001111或0371-64600000。"
)
NONE = "无"  # typed to take a number out


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
        typed = self.cleaned_data["phone"].strip()
        if typed == NONE:
            return ""
        if typed:
            PHONE(typed)
        return typed or self._stored_phone
