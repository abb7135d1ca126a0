"""Events are kept for good: each is stored in one way, and read however old it is."""

import json
from typing import Any, get_args

import msgspec
import pytest

from consensus import events as e
from consensus import steps
from consensus.agenda import StepPlan
from consensus.agendas import planning
from consensus.answers import guesses, pen, sides, wordings
from consensus.answers.notes import Lane
from consensus.answers.promises import Owner, Promise, Terms
from consensus.events import read, write
from consensus.forgetting.retention import Retention
from consensus.hall import hall as halls
from consensus.hall import table as tables
from consensus.items import Item, Source
from consensus.record import sealing
from consensus.refusal import Code
from consensus.roomwide import (
    agencies,
    contacts,
    corrections,
    disagreements,
    disclosures,
    erasure,
    glossary,
    parking,
    register,
    remarks,
    retention,
    risk,
    wording,
)
from consensus.rules import Stage
from consensus.steps import Arrangement, collect, commit, form, gate, judge, settle, turns
from tests.consensus.given import ballot

PLAN = StepPlan("rank", "Rank", "In order", 7, judge.Settings(again="first"), Source("d", "rest"))

PROMISE = Promise(
    "p1",
    Terms(
        what="Call",
        by="2027-03-09",
        how="A letter",
        review="2027-04-09",
        time="an hour",
        cost="none",
        cover="Ben",
        tells_family=True,
        think="we think",
        trial="we try",
        look="we look",
        option="s1",
    ),
    (Owner("Ana", "Health", "ana", "yes"),),
    "ana",
    1,
)

MIRROR = guesses.Mirror(
    ("Health", "Police"), (guesses.Cell("Health", "Police", 4, 5, 0.25, True),), 2
)

# Each event beside the way in which it lies in logs since version 1. When one of these changes,
# the old spelling is still out there: raise events.VERSION and write an upcaster.
STORED: list[tuple[e.Event, str]] = [
    (
        e.MeetingPrepared("Title", "Purpose", "task", (Item("s1", "Trust"),), (PLAN,), 1),
        '{"type":"meeting_prepared","title":"Title","purpose":"Purpose","template":"task",'
        '"items":[{"id":"s1","text":"Trust"}],"agenda":[{"id":"rank","title":"Rank",'
        '"prompt":"In order","minutes":7,"settings":{"type":"judge","choose":0,"ask":"rank",'
        '"least":0,"low":"","high":"","shown":"name","alarm_at":-1,"reasons":true,"guess":false,'
        '"shape":[],'
        '"again":"first"},"items":{"step":"d","take":"rest","lane":""},"who":[],"minuted":"full","after":[]}],"at":1,'
        '"focus":"","case":false,"forbids":[],"starts":null,"rules":{"id":"plain","title":"",'
        '"edition":"","agencies":[],"quorum":[],"quorum_note":"","clocks":[],"stages":[],'
        '"notices":[],"retention":null,"correction_days":10,"correction_working":false},'
        '"carried":null,"retention":null,"hall":null,"table":null}',
    ),
    (
        e.MemberJoined("ana", "Ana", "Health", "chair", True, 1, "video", "", True),
        '{"type":"member_joined","member":"ana","name":"Ana","agency":"Health","role":"chair",'
        '"voice":true,"at":1,"attends":"video","seat":"","admitted":true}',
    ),
    (
        e.Knocked("dot", "Dot", "Health", "family", "carer", "phone", 1),
        '{"type":"knocked","member":"dot","name":"Dot","agency":"Health","role":"family",'
        '"seat":"carer","attends":"phone","at":1}',
    ),
    (e.TurnedAway("dot"), '{"type":"turned_away","member":"dot"}'),
    (
        e.RoleSet("ana", "family", "child"),
        '{"type":"role_set","member":"ana","role":"family","seat":"child"}',
    ),
    (e.AttendsSet("ana", "video"), '{"type":"attends_set","member":"ana","attends":"video"}'),
    (e.MergeAsked("ana", "ben"), '{"type":"merge_asked","keep":"ana","drop":"ben"}'),
    (e.MergeDeclined("ana"), '{"type":"merge_declined","keep":"ana"}'),
    (e.MembersMerged("ana", "ben"), '{"type":"members_merged","keep":"ana","drop":"ben"}'),
    (e.WasReadBack("rank", "ana"), '{"type":"was_read_back","step":"rank","member":"ana"}'),
    (
        e.MeetingAmended("Title", "Purpose", "J.M.", "kit", 1),
        '{"type":"meeting_amended","title":"Title","purpose":"Purpose","focus":"J.M.",'
        '"by":"kit","at":1}',
    ),
    (
        contacts.Entered("ana", "123", "a@b.example", "Ben", False, "time", "manager", 1),
        '{"type":"contacts.entered","member":"ana","phone":"123","email":"a@b.example",'
        '"second":"Ben","no_second":false,"bringing":"time","level":"manager","at":1}',
    ),
    (
        agencies.CardWritten("Health", "visit", "note", "search", "staff", "ana", 1),
        '{"type":"agencies.card_written","agency":"Health","does":"visit","must":"note",'
        '"cannot":"search","pressures":"staff","by":"ana","at":1}',
    ),
    (
        agencies.NowExpected("Police", "not_invited", "why"),
        '{"type":"agencies.now_expected","agency":"Police","coming":"not_invited","why":"why"}',
    ),
    (agencies.NotExpected("Police"), '{"type":"agencies.not_expected","agency":"Police"}'),
    (
        register.PersonLeftOut("l1", "Ben", "trust", "Ana", "visit", "May", "kit", 1),
        '{"type":"register.person_left_out","line":"l1","who":"Ben","reason":"trust",'
        '"carrier":"Ana","not_engaging":"visit","threshold":"May","by":"kit","at":1}',
    ),
    (
        register.ConsentSet("child", "no", "why", "2027-03-09", "kit", 1),
        '{"type":"register.consent_set","of":"child","answer":"no","why":"why",'
        '"on":"2027-03-09","by":"kit","at":1}',
    ),
    (register.LeadSet("Ana"), '{"type":"register.lead_set","who":"Ana"}'),
    (
        register.ElsewhereAdded("e1", "shops", "shop", "Ben", "2027-03-09", "ana", 1),
        '{"type":"register.elsewhere_added","line":"e1","group":"shops","who":"shop",'
        '"contact":"Ben","by_when":"2027-03-09","by":"ana","at":1}',
    ),
    (register.ElsewhereDropped("e1"), '{"type":"register.elsewhere_dropped","line":"e1"}'),
    (e.MemberArrived("ana", 1), '{"type":"member_arrived","member":"ana","at":1}'),
    (e.MemberLeft("ana", 1), '{"type":"member_left","member":"ana","at":1}'),
    (e.MemberRemoved("ana"), '{"type":"member_removed","member":"ana"}'),
    (
        e.StepOpened(
            "five", Arrangement((("a",), ("b", "c")), exact=False), 1, (Item("a", "stay"),)
        ),
        '{"type":"step_opened","step":"five",'
        '"arrangement":{"bands":[["a"],["b","c"]],"exact":false,"promises":[]},"at":1,'
        '"items":[{"id":"a","text":"stay"}]}',
    ),
    (e.MeetingPaused(1), '{"type":"meeting_paused","at":1}'),
    (e.MeetingResumed(1), '{"type":"meeting_resumed","at":1}'),
    (e.TimeAdded("five", -2), '{"type":"time_added","step":"five","minutes":-2}'),
    (e.DeputyNamed(None, 5), '{"type":"deputy_named","member":null,"at":5}'),
    (
        e.ChairPassed("ana", True, 5),
        '{"type":"chair_passed","member":"ana","covering":true,"at":5}',
    ),
    (e.HandRaised("ana"), '{"type":"hand_raised","member":"ana"}'),
    (e.HandLowered("ana", True), '{"type":"hand_lowered","member":"ana","heard":true}'),
    (e.HandsOrdered("least_heard"), '{"type":"hands_ordered","order":"least_heard"}'),
    (e.MeetingClosed(1), '{"type":"meeting_closed","at":1}'),
    (
        sealing.Sealed(1, "0f", "49RT-47DK", "4JN2-MNC9", 1, 0),
        '{"type":"sealed","edition":1,"root":"0f","mark":"49RT-47DK","key":"4JN2-MNC9","at":1,'
        '"changes":0,"by":null}',
    ),
    (
        sealing.CopyTaken("ana", "School", 1, 2),
        '{"type":"copy_taken","member":"ana","agency":"School","edition":1,"at":2}',
    ),
    (e.FollowUpOpened("ABC234", 1), '{"type":"follow_up_opened","code":"ABC234","at":1}'),
    (
        planning.StepAdded(StepPlan("b", "Break", "", 5, turns.Settings(by="people")), "rank"),
        '{"type":"agenda.added","plan":{"id":"b","title":"Break","prompt":"","minutes":5,'
        '"settings":{"type":"turns","order":"listed","of":null,"by":"people","seconds":0,'
        '"phases":[],"back_to":false},"items":{"step":null,"take":"all","lane":""},"who":[],'
        '"minuted":"full","after":[]},"before":"rank"}',
    ),
    (
        planning.StepSkipped("rank", "No time"),
        '{"type":"agenda.skipped","step":"rank","because":"No time"}',
    ),
    (planning.StepUnskipped("rank"), '{"type":"agenda.unskipped","step":"rank"}'),
    (planning.StepMoved("rank", None), '{"type":"agenda.moved","step":"rank","before":null}'),
    (
        planning.StepChanged(StepPlan("b", "Tea", "", 9, turns.Settings(by="people"))),
        '{"type":"agenda.changed","plan":{"id":"b","title":"Tea","prompt":"","minutes":9,'
        '"settings":{"type":"turns","order":"listed","of":null,"by":"people","seconds":0,'
        '"phases":[],"back_to":false},"items":{"step":null,"take":"all","lane":""},"who":[],'
        '"minuted":"full","after":[]}}',
    ),
    (planning.StepRemoved("b"), '{"type":"agenda.removed","step":"b"}'),
    (
        wordings.Rewritten("s1", "Trust", "ana", 5),
        '{"type":"statements.rewritten","item":"s1","text":"Trust","by":"ana","at":5}',
    ),
    (
        wordings.Merged("s1", "s2", "Trust", "ana", 5),
        '{"type":"statements.merged","keep":"s1","drop":"s2","text":"Trust","by":"ana","at":5}',
    ),
    (
        wordings.Parted("s1", (Item("p1", "Trust"), Item("p2", "Time")), "ana", 5),
        '{"type":"statements.parted","item":"s1","parts":[{"id":"p1","text":"Trust"},'
        '{"id":"p2","text":"Time"}],"by":"ana","at":5}',
    ),
    (e.CommandAnswered(), '{"type":"command_answered","refused":null,"facts":{}}'),
    (
        e.CommandAnswered(Code.ROOM_FULL, {"most": 9}),
        '{"type":"command_answered","refused":"room_full","facts":{"most":9}}',
    ),
    (
        judge.BallotCast("rank", "ana", ("b", "a"), "because"),
        '{"type":"judge.ballot_cast","step":"rank","member":"ana","answer":["b","a"],'
        '"because":"because","marks":{},"whys":{},"unsure":false}',
    ),
    (
        judge.BallotCast("safe", "ana", (), "", {"a": 3, "b": None}, {"a": "why"}, False),
        '{"type":"judge.ballot_cast","step":"safe","member":"ana","answer":[],"because":"",'
        '"marks":{"a":3,"b":null},"whys":{"a":"why"},"unsure":false}',
    ),
    (
        judge.Answered("trust", "ana"),
        '{"type":"judge.answered","step":"trust","member":"ana"}',
    ),
    (
        guesses.Guessed("rank", "ana", "Police", ("b", "a")),
        '{"type":"judge.guessed","step":"rank","member":"ana","about":"Police","answer":["b","a"]}',
    ),
    (
        guesses.MirrorOpened("rank", MIRROR),
        '{"type":"judge.mirror_opened","step":"rank","mirror":{"agencies":["Health","Police"],'
        '"cells":[{"of":"Health","about":"Police","guesses":4,"people":5,"surprise":0.25,'
        '"clear":true}],"hidden":2}}',
    ),
    (
        judge.Revealed("rank", ("ana",), ("ben",), {"cam": "Health"}, (ballot("a", "why"),)),
        '{"type":"judge.revealed","step":"rank","missing":["ana"],"away":["ben"],'
        '"agencies":{"cam":"Health"},"slips":[{"answer":["a"],"because":"why","marks":{},'
        '"whys":{},"unsure":false}]}',
    ),
    (
        settle.Proposed("five", 0, "a"),
        '{"type":"settle.proposed","step":"five","slot":0,"item":"a"}',
    ),
    (settle.Cleared("five", 0), '{"type":"settle.cleared","step":"five","slot":0}'),
    (
        settle.Stood("five", 0, "ana", "no", "not yet", "a move", "two calls", "a visit"),
        '{"type":"settle.stood","step":"five","slot":0,"member":"ana","word":"no",'
        '"note":"not yet","harm":"a move","evidence":"two calls","would_settle":"a visit"}',
    ),
    (
        settle.Agreed("five", 0, "because", ("ana",), ("ben",), "calmer", "a visit"),
        '{"type":"settle.agreed","step":"five","slot":0,"because":"because","missing":["ana"],'
        '"away":["ben"],"likely":"calmer","next":"a visit"}',
    ),
    (
        settle.Escalated("five", 0, "d1"),
        '{"type":"settle.escalated","step":"five","slot":0,"disagreement":"d1"}',
    ),
    (
        settle.Reopened("five", 0, ("dot",)),
        '{"type":"settle.reopened","step":"five","slot":0,"gone":["dot"]}',
    ),
    (
        pen.PenTaken("text", "ana", 1),
        '{"type":"settle.pen_taken","step":"text","member":"ana","at":1}',
    ),
    (pen.PenPutDown("text"), '{"type":"settle.pen_put_down","step":"text"}'),
    (
        pen.Wrote("text", "ana", "We meet.", 3, 1),
        '{"type":"settle.wrote","step":"text","member":"ana","text":"We meet.","version":3,"at":1}',
    ),
    (
        pen.Suggested("text", "s1", "ben", "Soon."),
        '{"type":"settle.suggested","step":"text","suggestion":"s1","by":"ben","text":"Soon."}',
    ),
    (
        pen.SuggestionGone("text", "s1", "ana", included=True),
        '{"type":"settle.suggestion_gone","step":"text","suggestion":"s1","by":"ana",'
        '"included":true}',
    ),
    (
        disagreements.Opened(
            "d1",
            disagreements.About("Visit", "We visit.", "five", 1),
            "unknown",
            (Stage("Managers", 5),),
            {"one": sides.Side("Not yet.", {"ana": sides.Voice("Ana", "Health", "no")}, ("ana",))},
            1,
            2,
        ),
        '{"type":"disagreement.opened","disagreement":"d1","about":{"title":"Visit",'
        '"text":"We visit.","step":"five","slot":1},"safe":"unknown",'
        '"stages":[{"title":"Managers","days":5,"working":true}],"sides":{"one":'
        '{"words":"Not yet.","people":{"ana":{"name":"Ana","agency":"Health","note":"no",'
        '"harm":"","evidence":"","would_settle":""}},"confirmed":["ana"],"before":[]}},"at":1,"due":2}',
    ),
    (
        disagreements.SafetySaid("d1", "no", "ana", 1),
        '{"type":"disagreement.safety_said","disagreement":"d1","safe":"no","by":"ana","at":1}',
    ),
    (
        sides.SideJoined("d1", "ana", "one", sides.Voice("Ana", "Health"), "old"),
        '{"type":"disagreement.joined","disagreement":"d1","member":"ana","side":"one",'
        '"voice":{"name":"Ana","agency":"Health","note":"","harm":"","evidence":"",'
        '"would_settle":""},"instead_of":"old"}',
    ),
    (
        sides.Worded("d1", "one", "Not yet.", "ana"),
        '{"type":"disagreement.worded","disagreement":"d1","side":"one","words":"Not yet.",'
        '"by":"ana"}',
    ),
    (
        sides.Confirmed("d1", "one", "ana"),
        '{"type":"disagreement.confirmed","disagreement":"d1","side":"one","member":"ana"}',
    ),
    (
        disagreements.Moved("d1", 2, 1, 9, "why", urgent=True),
        '{"type":"disagreement.moved","disagreement":"d1","stage":2,"at":1,"due":9,'
        '"because":"why","urgent":true}',
    ),
    (
        disagreements.Assigned("d1", "ana", "Ana", 9),
        '{"type":"disagreement.assigned","disagreement":"d1","owner":"ana","owner_name":"Ana",'
        '"due":9}',
    ),
    (
        disagreements.Resolved("d1", "partly", "We visit.", 1),
        '{"type":"disagreement.resolved","disagreement":"d1","outcome":"partly",'
        '"words":"We visit.","at":1}',
    ),
    (
        disagreements.OutcomeConfirmed("d1", "ana"),
        '{"type":"disagreement.outcome_confirmed","disagreement":"d1","member":"ana"}',
    ),
    (
        collect.NoteAdded(
            "notes",
            "n1",
            "alike",
            "ana",
            "both",
            ("a", "b"),
            "Health",
            "Housing",
            "her",
            "2026-05-12",
        ),
        '{"type":"collect.added","step":"notes","note":"n1","lane":"alike","author":"ana",'
        '"text":"both","items":["a","b"],"agency":"Health","for_agency":"Housing",'
        '"source":"her","when":"2026-05-12","nothing":false}',
    ),
    (
        collect.NoteEdited("notes", "n1", "each", "her", "2026-05-12", True, "ana"),
        '{"type":"collect.edited","step":"notes","note":"n1","text":"each","source":"her",'
        '"when":"2026-05-12","nothing":true,"author":"ana"}',
    ),
    (
        collect.NoteRemoved("notes", "n1", "kit", "ana"),
        '{"type":"collect.removed","step":"notes","note":"n1","by":"kit","author":"ana"}',
    ),
    (collect.NotesRevealed("notes"), '{"type":"collect.revealed","step":"notes"}'),
    (
        collect.NoteMerged("notes", "n1", "n2"),
        '{"type":"collect.merged","step":"notes","note":"n1","into":"n2"}',
    ),
    (
        collect.NoneSaid("notes", "who", "ana", True),
        '{"type":"collect.none_said","step":"notes","lane":"who","by":"ana","none":true}',
    ),
    (
        turns.TurnedTo("talk", None, 1),
        '{"type":"turns.turned_to","step":"talk","item":null,"at":1}',
    ),
    (
        turns.Written("talk", "a", "heard", "kit"),
        '{"type":"turns.written","step":"talk","item":"a","note":"heard","by":"kit"}',
    ),
    (
        turns.Presenting("talk", "ana"),
        '{"type":"turns.presenting","step":"talk","member":"ana"}',
    ),
    (
        turns.SaidBack("talk", "Health", True, "ana"),
        '{"type":"turns.said_back","step":"talk","item":"Health","said":true,"by":"ana"}',
    ),
    (
        gate.Acknowledged("n", "ana", True, "2", "why", "kit", 1),
        '{"type":"gate.acknowledged","step":"n","member":"ana","agreed":true,"version":"2",'
        '"note":"why","by":"kit","at":1}',
    ),
    (
        form.Filled("f", "room", "stuck", "no", "because", "her", "2027-03-09", "ana", 1),
        '{"type":"form.filled","step":"f","sheet":"room","field":"stuck","value":"no",'
        '"why":"because","source":"her","when":"2027-03-09","by":"ana","at":1}',
    ),
    (
        form.FieldCleared("f", "room", "stuck", "ana"),
        '{"type":"form.cleared","step":"f","sheet":"room","field":"stuck","by":"ana"}',
    ),
    (
        form.WordsHeard("f", "room", "child", 1),
        '{"type":"form.heard","step":"f","sheet":"room","field":"child","at":1}',
    ),
    (
        commit.Promised("c", PROMISE),
        '{"type":"commit.promised","step":"c","promise":{"id":"p1","terms":{"what":"Call",'
        '"by":"2027-03-09","how":"A letter","review":"2027-04-09","time":"an hour","cost":"none",'
        '"cover":"Ben","tells_family":true,"think":"we think","trial":"we try","look":"we look",'
        '"option":"s1"},"owners":[{"name":"Ana","agency":"Health","member":"ana","answer":"yes"}],'
        '"entered_by":"ana","at":1,"personal":false,"carried":false,"stage":"open","result":""}}',
    ),
    (
        commit.PromiseChanged("c", "p1", Terms("Call"), (Owner("", "Health"),), "ana", 1),
        '{"type":"commit.changed","step":"c","promise":"p1","terms":{"what":"Call","by":"",'
        '"how":"","review":"","time":"","cost":"","cover":"","tells_family":false,"think":"",'
        '"trial":"","look":"","option":""},"owners":[{"name":"","agency":"Health","member":"",'
        '"answer":"asked"}],"by":"ana","at":1}',
    ),
    (
        commit.PromiseWithdrawn("c", "p1", "ana"),
        '{"type":"commit.withdrawn","step":"c","promise":"p1","by":"ana"}',
    ),
    (
        commit.PromiseAnswered("c", "p1", "ana", True, "kit"),
        '{"type":"commit.answered","step":"c","promise":"p1","owner":"ana","yes":true,"by":"kit"}',
    ),
    (
        commit.ResultEntered("c", "p1", "changed", "later", "2027-05-01", "ana", 1),
        '{"type":"commit.result_entered","step":"c","promise":"p1","stage":"changed",'
        '"words":"later","due":"2027-05-01","by":"ana","at":1}',
    ),
    (
        remarks.Made("r1", "differ", "talk", "note/talk/n1", "Words", "ana", "ben", "No", "yes", 1),
        '{"type":"remark.made","remark":"r1","sort":"differ","step":"talk",'
        '"about":"note/talk/n1","quote":"Words","by":"ana","to":"ben","text":"No",'
        '"safe":"yes","at":1}',
    ),
    (
        remarks.Answered("r1", "Because", "ben"),
        '{"type":"remark.answered","remark":"r1","text":"Because","by":"ben"}',
    ),
    (remarks.Withdrawn("r1"), '{"type":"remark.withdrawn","remark":"r1"}'),
    (remarks.Settled("r1"), '{"type":"remark.settled","remark":"r1"}'),
    (
        remarks.LongerNeeded("talk", "ana", True),
        '{"type":"remark.longer_needed","step":"talk","member":"ana","wanted":true}',
    ),
    (
        disclosures.Disclosed(
            "c1", "SAR 7", 1, {"p.ana": "another_person"}, {"p.ana": "A"}, 9, "uk", "kit", 1
        ),
        '{"type":"disclosure.made","copy":"c1","reference":"SAR 7","edition":1,'
        '"withheld":{"p.ana":"another_person"},"summaries":{"p.ana":"A"},"given":9,'
        '"guidance":"uk","by":"kit","at":1}',
    ),
    (
        wording.Reworded("statement.a", 1, "Trust grows", "Trust", "kit", 1),
        '{"type":"wording.reworded","line":"statement.a","cell":1,"words":"Trust grows",'
        '"was":"Trust","by":"kit","at":1}',
    ),
    (
        wording.Relabelled("statement.a", "opinion", "professionals", "kit", 1),
        '{"type":"wording.relabelled","line":"statement.a","label":"opinion",'
        '"readers":"professionals","by":"kit","at":1}',
    ),
    (
        wording.Restored("statement.a", "kit", 1),
        '{"type":"wording.restored","line":"statement.a","by":"kit","at":1}',
    ),
    (
        corrections.Proposed("c1", "statement.a", 1, "Trust", "Trust grows", "", "ana", 1, "all"),
        '{"type":"correction.proposed","correction":"c1","line":"statement.a","cell":1,'
        '"was":"Trust","words":"Trust grows","because":"","by":"ana","at":1,'
        '"readers":"all"}',
    ),
    (
        corrections.Withdrawn("c1", 1),
        '{"type":"correction.withdrawn","correction":"c1","at":1}',
    ),
    (
        corrections.Answered("c1", False, "It was so", "kit", 1),
        '{"type":"correction.answered","correction":"c1","accepted":false,"reason":"It was so",'
        '"by":"kit","at":1}',
    ),
    (
        parking.Added("p1", "ana", "Taxis", True, 1),
        '{"type":"parking.added","entry":"p1","by":"ana","text":"Taxis","for_lead":true,"at":1}',
    ),
    (
        parking.Finished("p1", "kit"),
        '{"type":"parking.finished","entry":"p1","by":"kit"}',
    ),
    (
        glossary.WordPut("CIN", "ana", "Child in need", 1),
        '{"type":"glossary.word_put","word":"CIN","by":"ana","meaning":"Child in need","at":1}',
    ),
    (
        glossary.MeantSame("CIN", "ana", "ben", True),
        '{"type":"glossary.meant_same","word":"CIN","of":"ana","by":"ben","same":true}',
    ),
    (
        glossary.WordSettled("CIN", None, 1),
        '{"type":"glossary.word_settled","word":"CIN","of":null,"at":1}',
    ),
    (
        glossary.WordDropped("CIN", "ana", "kit"),
        '{"type":"glossary.word_dropped","word":"CIN","of":"ana","by":"kit"}',
    ),
    (
        risk.Raised("r1", "ana", "he is outside", 1),
        '{"type":"risk.raised","risk":"r1","by":"ana","what":"he is outside","at":1}',
    ),
    (
        risk.Planned("r1", "Sam", "2027-03-09T14:30", "the duty team", "kit", 1),
        '{"type":"risk.planned","risk":"r1","convenes":"Sam","due":"2027-03-09T14:30",'
        '"told":"the duty team","by":"kit","at":1}',
    ),
    (
        risk.Calmed("r1", "a misunderstanding", "kit", 1),
        '{"type":"risk.stood_down","risk":"r1","because":"a misunderstanding","by":"kit","at":1}',
    ),
    (
        retention.RetentionSet(Retention(9, "The trainer", "a course", 5), "kit", 1),
        '{"type":"retention.was_set","retention":{"days":9,"owner":"The trainer",'
        '"reason":"a course","review":5},"by":"kit","at":1}',
    ),
    (erasure.ErasureAsked("ana", 1), '{"type":"erasure.asked","member":"ana","at":1}'),
    (
        erasure.ErasureDeclined("ana", "it has to stand", "kit", 1),
        '{"type":"erasure.declined","member":"ana","because":"it has to stand","by":"kit","at":1}',
    ),
    (
        erasure.PersonErased("ana", 1, "own_wish"),
        '{"type":"erasure.person_erased","member":"ana","at":1,"ground":"own_wish"}',
    ),
    (
        e.MeetingPrepared(
            "Title",
            "",
            "plenary",
            (),
            (),
            1,
            hall=halls.Plan(halls.Exercise("task", "Task", (Item("s1", "Trust"),), ()), "mixed"),
        ),
        '{"type":"meeting_prepared","title":"Title","purpose":"","template":"plenary","items":['
        '],"agenda":[],"at":1,"focus":"","case":false,"forbids":[],"starts":null,"rules":{"id":'
        '"plain","title":"","edition":"","agencies":[],"quorum":[],"quorum_note":"","clocks":[]'
        ',"stages":[],"notices":[],"retention":null,"correction_days":10,"correction_working":f'
        'alse},"carried":null,"retention":null,"hall":{"exercise":{"template":"task","title":"T'
        'ask","items":[{"id":"s1","text":"Trust"}],"agenda":[],"forbids":[],"rules":{"id":"plai'
        'n","title":"","edition":"","agencies":[],"quorum":[],"quorum_note":"","clocks":[],"sta'
        'ges":[],"notices":[],"retention":null,"correction_days":10,"correction_working":false}'
        ',"retention":null},"placing":"mixed","self_run":true},"table":null}',
    ),
    (
        e.MeetingPrepared("Title", "", "task", (), (), 1, table=tables.Of("ABC234", "Hall", 1)),
        '{"type":"meeting_prepared","title":"Title","purpose":"","template":"task","items":[],"'
        'agenda":[],"at":1,"focus":"","case":false,"forbids":[],"starts":null,"rules":{"id":"pl'
        'ain","title":"","edition":"","agencies":[],"quorum":[],"quorum_note":"","clocks":[],"s'
        'tages":[],"notices":[],"retention":null,"correction_days":10,"correction_working":fals'
        'e},"carried":null,"retention":null,"hall":null,"table":{"hall":"ABC234","title":"Hall"'
        ',"number":1,"self_run":true}}',
    ),
    (
        halls.TableAdded("t1", "ABC234", 1, 5),
        '{"type":"hall.table_added","table":"t1","code":"ABC234","number":1,"at":5}',
    ),
    (halls.TableTakenAway("t1"), '{"type":"hall.table_taken_away","table":"t1"}'),
    (halls.TableNamed("t1", "Oak"), '{"type":"hall.table_named","table":"t1","name":"Oak"}'),
    (
        halls.WasSetUp("mixed", False),
        '{"type":"hall.was_set_up","placing":"mixed","self_run":false}',
    ),
    (halls.Seated({"ana": "t1"}, 5), '{"type":"hall.seated","seats":{"ana":"t1"},"at":5}'),
    (halls.Begun(5), '{"type":"hall.begun","at":5}'),
    (halls.Held(5), '{"type":"hall.held","at":5}'),
    (halls.Released(6), '{"type":"hall.released","at":6}'),
    (halls.AllAligned("rank", 5), '{"type":"hall.aligned","step":"rank","at":5}'),
    (
        halls.Nudged(None, "Ten minutes left", 5),
        '{"type":"hall.nudged","table":null,"text":"Ten minutes left","at":5}',
    ),
    (halls.Called(5), '{"type":"hall.called","at":5}'),
    (halls.SentBack(), '{"type":"hall.sent_back"}'),
    (
        halls.MirrorOpened(MIRROR),
        '{"type":"hall.mirror_opened","mirror":{"agencies":["Health","Police"],'
        '"cells":[{"of":"Health","about":"Police","guesses":4,"people":5,"surprise":0.25,'
        '"clear":true}],"hidden":2}}',
    ),
    (
        halls.WasShown(halls.Shown("table", "t1", True)),
        '{"type":"hall.shown","shown":{"what":"table","table":"t1","names":true}}',
    ),
    (tables.MovedAway("ana", 2, 5), '{"type":"table.moved_away","member":"ana","to":2,"at":5}'),
    (tables.CameBack("ana", 5), '{"type":"table.came_back","member":"ana","at":5}'),
    (
        tables.Renamed("Hall", 1, "Oak"),
        '{"type":"table.renamed","title":"Hall","number":1,"name":"Oak"}',
    ),
    (tables.HeldSet(True), '{"type":"table.held_set","held":true}'),
    (
        tables.Followed(2, Code.NEEDED_FIRST),
        '{"type":"table.followed","asked":2,"refused":"needed_first"}',
    ),
    (
        tables.Heard("Ten minutes left", 5, 1, True),
        '{"type":"table.heard","text":"Ten minutes left","said":5,"number":1,"helped":true}',
    ),
    (tables.CallHeard(None), '{"type":"table.call_heard","called":null}'),
    (tables.SelfRunSet(False), '{"type":"table.self_run_set","self_run":false}'),
    (tables.HelpAsked("ana", 5), '{"type":"table.help_asked","by":"ana","at":5}'),
    (tables.HelpedNow("ana"), '{"type":"table.helped_now","by":"ana"}'),
    (tables.Readied("ana", True), '{"type":"table.readied","member":"ana","on":true}'),
    (tables.Finished(5), '{"type":"table.finished","at":5}'),
]

SETTINGS: list[tuple[steps.Settings, str]] = [
    (
        judge.Settings(1, again="first"),
        '{"type":"judge","choose":1,"ask":"choose","least":0,"low":"","high":"","shown":"name",'
        '"alarm_at":-1,"reasons":true,"guess":false,"shape":[],"again":"first"}',
    ),
    (
        settle.Settings(1, "rank", "set_aside"),
        '{"type":"settle","slots":1,"start":"rank","aim":"set_aside","form":"board","plain":false}',
    ),
    (
        turns.Settings("free", None, "phases", 60, (turns.Phase("A", "B", 9, "speaks"),), True),
        '{"type":"turns","order":"free","of":null,"by":"phases","seconds":60,"phases":['
        '{"title":"A","prompt":"B","seconds":9,"presenter":"speaks"}],"back_to":true}',
    ),
    (
        collect.Settings((Lane("alike", "Alike", joins_two=True),)),
        '{"type":"collect","lanes":[{"id":"alike","title":"Alike","joins_two":true,'
        '"about_one":false,"tone":"","sourced":false,"once_per_agency":false,"shown":"name",'
        '"hint":"","may_be_empty":false}],"private":false}',
    ),
    (
        gate.Settings("rules", "Rules", "2", "Be kind.", ("family",), ("No names",), False),
        '{"type":"gate","notice":"rules","title":"Rules","version":"2","text":"Be kind.",'
        '"asked":["family"],"checks":["No names"],"blocks":false}',
    ),
    (
        form.Settings(
            (form.Field("a", "A", "Hint", "choice", ("x",), True, "x", "child", 9, ("b",)),),
            "agency",
            True,
            "b",
        ),
        '{"type":"form","fields":[{"id":"a","label":"A","hint":"Hint","kind":"choice",'
        '"choices":["x"],"required":true,"why_if":"x","voice":"child","most":9,"takes":["b"]}],'
        '"per":"agency","must":true,"like":"b"}',
    ),
    (commit.Settings(True, True), '{"type":"commit","personal":true,"tests":true}'),
]

every_event = pytest.mark.parametrize(
    ("event", "stored"), STORED, ids=[type(event).__name__ for event, _ in STORED]
)


def test_every_event_there_is_stands_in_the_list() -> None:
    assert {type(event) for event, _ in STORED} == set(get_args(e.Event))


@every_event
def test_an_event_is_stored_as_it_always_was(event: e.Event, stored: str) -> None:
    assert write(event).decode() == stored


@every_event
def test_a_stored_event_is_read_as_it_was(event: e.Event, stored: str) -> None:
    assert read(stored.encode(), e.VERSION) == event


@every_event
def test_a_field_that_a_newer_build_wrote_is_passed_over(event: e.Event, stored: str) -> None:
    newer = json.loads(stored) | {"colour": "red"}

    assert read(json.dumps(newer).encode(), e.VERSION) == event


def test_a_field_that_an_older_build_did_not_write_has_its_default() -> None:
    stored = b'{"type":"judge.revealed","step":"rank","missing":[]}'

    assert read(stored, 1) == judge.Revealed("rank", ())


def test_settings_of_before_there_was_more_to_ask_than_to_choose_or_rank_are_read() -> None:
    decoder = msgspec.json.Decoder(judge.Settings)

    assert decoder.decode(b'{"type":"judge","choose":1,"again":null}').ask == "choose"
    assert decoder.decode(b'{"type":"judge","choose":0,"again":"first"}').ask == "rank"


def test_every_kind_of_settings_there_is_stands_in_the_list() -> None:
    assert {type(settings) for settings, _ in SETTINGS} == set(get_args(steps.Settings))


@pytest.mark.parametrize(("settings", "stored"), SETTINGS)
def test_settings_are_stored_and_read_as_they_always_were(
    settings: steps.Settings, stored: str
) -> None:
    assert msgspec.json.encode(settings).decode() == stored
    assert msgspec.json.decode(stored, type=steps.Settings) == settings


def test_what_is_no_event_is_not_read() -> None:
    with pytest.raises(msgspec.ValidationError):
        read(b'{"type":"meeting_cancelled","at":1}', e.VERSION)


# --- upcasters --------------------------------------------------------------------------------


def renamed(fields: dict[str, Any]) -> dict[str, Any]:
    """Made up: what version 1 called `who`, version 2 called `member`."""
    if fields["type"] != "member_joined":
        return fields
    return {("member" if name == "who" else name): value for name, value in fields.items()}


def with_voices(fields: dict[str, Any]) -> dict[str, Any]:
    """Made up: until version 2 everybody but observers had a voice, and it was not stored."""
    if fields["type"] != "member_joined":
        return fields
    return fields | {"voice": fields["role"] != "observer"}


UPCASTERS: dict[int, e.Upcaster] = {1: renamed, 2: with_voices}

FIRST = b'{"type":"member_joined","who":"ana","name":"Ana","agency":"A","role":"observer","at":1}'
SECOND = FIRST.replace(b"who", b"member")


@pytest.mark.parametrize(("stored", "version"), [(FIRST, 1), (SECOND, 2)])
def test_an_old_event_is_raised_through_every_version_since(stored: bytes, version: int) -> None:
    joined = e.MemberJoined("ana", "Ana", "A", "observer", False, 1)

    assert read(stored, version, UPCASTERS, newest=3) == joined


def test_an_event_of_the_newest_version_is_left_alone() -> None:
    joined = e.MemberJoined("ana", "Ana", "A", "observer", True, 1)

    assert read(write(joined), 3, UPCASTERS, newest=3) == joined


def test_an_upcaster_leaves_other_events_as_they_are() -> None:
    assert read(write(e.MeetingClosed(1)), 1, UPCASTERS, newest=3) == e.MeetingClosed(1)


def test_an_event_of_a_later_version_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="newer Common Ground"):
        read(write(e.MeetingClosed(1)), e.VERSION + 1)


def test_every_version_before_this_one_has_its_upcaster() -> None:
    assert e.UPCASTERS.keys() == set(range(1, e.VERSION))
