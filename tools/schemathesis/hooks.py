"""What OpenAPI cannot say of requests, told to schemathesis. Every exception is named and says why it is one."""

import json
import re

import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import RejectedPositiveData

# Values that only the server makes: their form is nobody's business, so a schema cannot tell good ones from bad ones.
OPAQUE = {"bad-cursor", "bad-last-event-id"}

# A schema cannot tell who sends: officers have to say on whose request they import, owners have not.
OF_ROLE = {"request-needed"}

# Whether a key was used before depends on earlier requests.
OF_EARLIER_REQUESTS = {"idempotency-key-reused"}

# Which domains many share, such as those of public mail, is a list that changes.
OF_LISTS = {"domain-unusable"}

# Whether a deadline has passed depends on the time.
OF_TIME = {"deadline-passed"}

# Rules over several fields, and over what a text looks like, by the code of the message that refuses them.
BEYOND_SCHEMA = {
    "field.original-language",
    "field.refusal-text",
    "field.money-empty",
    "field.money-order",
    "field.repeats",
    "field.unseen",
    "field.language",
    "field.time-zone",
    "field.zone-alone",
    "language.private-use",
    "language.several",
    "language.unregistered",
    # Texts that cannot be made plain: which characters of a font, a PDF or a terminal those are, no pattern can say.
    "plain.control-character",
    "plain.reversed",
    "plain.private-use",
    "plain.glyph",
    "plain.file",
    # Formats and check digits of patent numbers.
    "patent.check-digit",
    "patent.receiving-office",
    "patent.unreadable",
    "patent.without-office",
    # Officers say which organisation they register, others theirs alone; none stands above itself.
    "field.needed-of-officers",
    "import.other-organisation",
    "parent-itself",
    # Domains in any script, and check digits.
    "field.domain",
    "field.mail-address",
    "field.ror",
    "field.ror-check",
    # The filter was published without a pattern, and a published contract may not narrow.
    "field.ipc-range",
    # JSON Schema counts code points, JavaScript UTF-16 units: an emoji is two of them.
    "field.too-long",
    # Which fields of an exchange go together: saying so in the schema now would count as a narrower request.
    "field.exchange",
}


def problem_of(response):
    try:
        problem = json.loads(response.content)
    except ValueError:
        return {}
    return problem if isinstance(problem, dict) else {}


def is_beyond_schema(problem):
    code = problem.get("type", "").rsplit(":", 1)[-1]
    if code in OPAQUE | OF_ROLE | OF_EARLIER_REQUESTS | OF_LISTS | OF_TIME:
        return True
    errors = problem.get("errors") or []
    return bool(errors) and all(error.get("code") in BEYOND_SCHEMA for error in errors)


def texts_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


def is_kept_shorter(text):
    """Texts are measured as they are kept: without white space around them, and made plain."""
    return text != text.strip() or re.search(r"[<&*_`~#\[{\s\x00-\x1f\x7f-\xa0\xad\u200b-\u206f\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff]", text)


@schemathesis.hook
def filter_failure(context, failure, case, response):
    if isinstance(failure, RejectedPositiveData):
        return not is_beyond_schema(problem_of(response))
    if isinstance(failure, AcceptedNegativeData):
        if "maxLength" in failure.message and any(is_kept_shorter(text) for text in texts_in([case.body, case.query])):
            return False
        # The lines of an import stand or fall one by one: what is refused is told in a report, under status 200.
        if case.operation.path.endswith("/import"):
            rows = problem_of(response).get("rows") or []
            return not rows or any(row["outcome"] != "refused" for row in rows)
    return True


@schemathesis.serializer("application/x-ndjson")
def one_line(context, value):
    return value if isinstance(value, bytes) else json.dumps(value).encode()


@schemathesis.hook
def map_body(context, body):
    """Adds the text in the original language, which schemathesis does not know to be needed."""
    content = body.get("content", body) if isinstance(body, dict) else None
    if not isinstance(content, dict):
        return body
    texts, language = content.get("texts"), content.get("originalLanguage")
    if isinstance(texts, dict) and isinstance(language, str) and texts and language not in texts:
        texts[language] = next(iter(texts.values()))
    return body


@schemathesis.hook
def map_query(context, query):
    """Lets a stream begin at the start of the log: from now on nothing happens, so that there would be nothing to check."""
    if context.operation and context.operation.path == "/v1/stream" and (not query or query.get("from") == "now"):
        return {**(query or {}), "from": "start"}
    return query
