"""How places are read where the dictionary of pinyin does not know it: data, not code."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from ledgers.history import tracked


@tracked
class LocalReading(models.Model):
    """The pinyin of a place's name wherever it stands in a name: 六安 is read lu an.

    Kept by the organisation administrators, through ledgers/pinyin_readings.py: the search keys of rows
    with that name follow.
    """

    term = models.CharField(
        "地名",
        max_length=20,
        unique=True,
        validators=[RegexValidator(r"^[㐀-䶿一-鿿]+$", "地名只填汉字。")],
    )
    reading = models.CharField(
        "读音",
        max_length=120,
        validators=[
            RegexValidator(r"^[a-z]+( [a-z]+)*$", "读音用小写字母，各字之间空一格，例如lu an。")
        ],
    )

    class Meta:
        verbose_name = verbose_name_plural = "地名读音"
        ordering = ["term"]

    def __str__(self):
        return f"{self.term}（{self.reading}）"

    def clean(self):
        if len(self.reading.split()) != len(self.term):
            raise ValidationError({"reading": f"“{self.term}”的读音与字数不同，每个字写一个读音。"})
