"""A picture in a form: made smaller, without where it was taken, checked by what it is."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from ledgers.media.pictures import picture_file


class PictureField(forms.FileField):
    """One picture; gives the cleaned file, or None where none was sent."""

    widget = forms.FileInput

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = "image/*"

    def clean(self, data, initial=None):
        found = super().clean(data, initial)
        return picture_file(found) if isinstance(found, UploadedFile) else None
