"""How the saving of a draft is answered to the page that saves as one types."""

from django.http import JsonResponse

from ledgers import clock
from ledgers.formats import zh_moment
from ledgers.meanwhile import ChangedMeanwhile
from projects.reporting.errors import FieldsRefused, WrongState
from projects.reporting.forms import typed_pair
from projects.reporting.page_helpers import clock_time
from projects.reporting.services import lock_sentence
from projects.reporting.writing import token_of_report


def wants_json(request) -> bool:
    """Whether a script asks, not a press of the button."""
    return "application/json" in request.headers.get("Accept", "")


def draft_as_json(form, problem, saved) -> JsonResponse:
    """What became of a draft: `saved` is the stored report, `problem` what a service raised."""
    if isinstance(problem, (ChangedMeanwhile, WrongState)):
        return JsonResponse({"message": problem.messages[0]}, status=409)
    if isinstance(problem, FieldsRefused):
        form.refuse(problem.message_dict)
    errors = {name: found[0] for name, found in form.errors.items()}
    if problem:
        return JsonResponse({"message": "有数字不能保存", "errors": errors}, status=422)
    asks = {line.indicator.code: form.question(line) for line in form.lines}
    answer = {
        "saved_at": clock_time(clock.now()),
        "shown": token_of_report(saved),
        "errors": errors,
        "asks": {code: question for code, question in asks.items() if question},
        "read": _read(form),
    }
    notice = _notice(saved)
    return JsonResponse(answer | ({"notice": notice} if notice else {}))


def _read(form) -> dict[str, dict]:
    """By indicator: what was typed as it was read, so that the page counts nothing itself."""
    read = {}
    for line in form.lines:
        if figure := form.values.get(line.indicator.code):
            increment, total = typed_pair(line, figure)
            read[line.indicator.code] = {
                "inc": increment,
                "tot": total,
                "value": float(figure[0]),
                "change": float(figure[0] - line.base),
            }
    return read


def _notice(report) -> str:
    """That the week closed, for a page that was opened before."""
    now = clock.now()
    if report.locked_at(now):
        return f"{lock_sentence(report)}您填的内容都存在草稿里。"
    if now > report.period.due_at:
        return f"截止时间（{zh_moment(report.period.due_at)}）已过，现在报送将记为迟报。"
    return ""
