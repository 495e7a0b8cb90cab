"""A form that is sent twice is stored once: a double tap, the back button, a retry without network.

A page that creates something has `SentOnce` among its view's classes and
`ledgers/pages/_form_marks.html` in its form. The mark is stored in the transaction of what the form
creates, so that of two requests at the same moment the second waits for the first and then sees it.
Old marks are swept (ledgers/jobs/sweeping.py).
"""

from uuid import UUID, uuid4, uuid5

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from jinja2 import pass_context

from ledgers.meanwhile import token_of
from ledgers.models import SentForm

FIELD = "once"
ALREADY = "已经登记过，没有重复登记。"
OTHERWISE = "这次填写的与上次不同，没有登记；要另登记一条的，请重新打开表单填写。"
# What a form sends besides what was typed.
MARKS = {FIELD, "shown", "csrfmiddlewaretoken"}


def mark_sent(request) -> UUID | None:
    """The mark of the form that `request` sent, or None."""
    if request is None or request.method != "POST":
        return None
    try:
        return UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None


@pass_context
def once_mark(context) -> str:
    """For a form: the mark that it was sent with, where it comes back refused, else a new one."""
    return str(mark_sent(context.get("request")) or uuid4())


def stored_nothing(response: HttpResponse) -> HttpResponse:
    """Say of an answer that leads elsewhere that nothing was stored: the form may come again."""
    response.stored_at = None
    return response


def stored_at(response: HttpResponse, address: str) -> HttpResponse:
    """Say of a page shown at once that something was stored; who sends it again goes to `address`."""
    response.stored_at = address
    return response


class SentOnce:
    """Mixin of a view whose POST creates something: the same form is carried out once.

    What answers with a redirect has stored something, any other answer has not, unless it says so
    (`stored_nothing`, `stored_at`). A form without a mark is carried out as it comes.
    """

    def dispatch(self, request, *args, **kwargs):
        sent = mark_sent(request)
        if sent is None:
            return super().dispatch(request, *args, **kwargs)
        with transaction.atomic():
            row, first = SentForm.objects.get_or_create(
                # Pages show several forms, and a mark is nobody else's: each has its own.
                mark=uuid5(sent, f"{request.user.pk} {request.path}"),
                defaults={
                    "account": request.user if request.user.is_authenticated else None,
                    "typed": _typed(request),
                },
            )
            if first:
                response = super().dispatch(request, *args, **kwargs)
                _keep(row, response)
                return response
        return self.sent_before(row)

    def sent_before(self, row: SentForm) -> HttpResponse:
        """The answer to a form that was carried out already: where the first one led."""
        if self.request.user.is_authenticated:  # pages without an account keep no session
            messages.success(self.request, ALREADY)
            if row.typed != _typed(self.request):
                messages.warning(self.request, OTHERWISE)
        return HttpResponseRedirect(row.leads_to)


def _typed(request) -> str:
    """A token of what was typed; files count by name and size."""
    pairs = [(name, found) for name, found in request.POST.lists() if name not in MARKS]
    files = [(name, file.name, file.size) for name, file in request.FILES.items()]
    return token_of(sorted(pairs), sorted(files))


def _keep(row: SentForm, response: HttpResponse) -> None:
    """Note where the form led; where nothing was stored, the mark may be used again."""
    redirected = response.get("Location", "") if 300 <= response.status_code < 400 else None
    leads_to = getattr(response, "stored_at", redirected)
    if leads_to is None:
        row.delete()
        return
    row.leads_to = leads_to
    row.save(update_fields=["leads_to"])
