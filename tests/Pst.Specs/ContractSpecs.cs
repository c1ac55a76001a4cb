using System.Text.Json;

namespace Pst.Domain.Specs;

/// <summary>What was written once is read for ever. An event whose shape has grown has a file for each: alias.json, alias.2.json.</summary>
public sealed class ContractSpecs
{
    static readonly Type[] Streams =
    [
        typeof(OfficeEvent), typeof(VisitEvent), typeof(VisitorEvent), typeof(RetentionEvent), typeof(FollowUpEvent),
        typeof(ComplaintEvent), typeof(SoftcopyEvent), typeof(AppointmentEvent),
    ];

    static readonly Type[] EventTypes = [.. typeof(OfficeEvent).Assembly.GetTypes().Where(it => Streams.Contains(it.BaseType))];

    public static TheoryData<Type> Events => [.. EventTypes];

    static IEnumerable<string> Golden => Directory.GetFiles("golden");

    static string AliasIn(string file) => Path.GetFileName(file).Split('.')[0];

    static string AliasOf(Type type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name);

    [Theory, MemberData(nameof(Events))]
    public void An_event_is_stored_as_its_golden_file_says(Type type)
    {
        var files = Golden.Where(it => AliasIn(it) == AliasOf(type)).ToList();
        files.ShouldNotBeEmpty();
        foreach (var golden in files.Select(it => File.ReadAllText(it).TrimEnd()))
        {
            var read = JsonSerializer.Deserialize(golden, type, StoredJson.Options);
            JsonSerializer.Serialize(read, type, StoredJson.Options).ShouldBe(golden);
        }
    }

    [Fact]
    public void Every_stream_is_held_to_its_golden_files() =>
        typeof(OfficeEvent).Assembly.GetTypes().Where(it => it.IsAbstract && it.Name.EndsWith("Event", StringComparison.Ordinal))
            .ShouldBe(Streams, ignoreOrder: true);

    [Fact]
    public void No_event_that_was_ever_stored_has_lost_its_type() =>
        Golden.Select(AliasIn).ToHashSet().ShouldBeSubsetOf(EventTypes.Select(AliasOf));

    [Theory]
    [InlineData(typeof(Channel), "Offline=1 Online=2"), InlineData(typeof(ServiceCode), "PS=1 KS=2 PJ=3 RS=4")]
    [InlineData(typeof(Priority), "None=0 Disability=1 Elderly=2 Pregnant=3 Child=4")]
    [InlineData(typeof(IdKind), "Ktp=1 Sim=2 Passport=3 Other=4"), InlineData(typeof(ReadingForm), "Printed=1 Digital=2")]
    [InlineData(typeof(Guardian), "Parent=1 Teacher=2"), InlineData(typeof(Compensation), "Offered=1 Given=2")]
    [InlineData(typeof(FollowUpReason), "ByHand=1 LowElement=2 MissedPromise=3 Complaint=4")]
    [InlineData(typeof(ComplaintWay), "Online=1 Desk=2 Box=3 Phone=4 Whatsapp=5 Email=6 Letter=7")]
    [InlineData(typeof(Escalation), "Verification=1 Response=2 Resolution=3 ByHand=4")]
    [InlineData(typeof(Closing), "Satisfied=1 NoReply=2 Dismissed=3")]
    [InlineData(typeof(SoftcopyWay), "Form=1 Scan=2 Self=3")]
    [InlineData(typeof(AppointmentSide), "Visitor=1 Office=2")]
    [InlineData(typeof(Seen), "Details=1 Signing=2 Contact=3 Text=4 CardTail=5 Reasons=6 InsideList=7 RefusedForm=8 SurveyList=9 " +
        "SearchResult=10 OwnData=11 BreachList=12 AppointmentList=13")]
    [InlineData(typeof(SeenFor), "Serving=1 Evacuation=2 FollowUp=3 Correction=4 Complaint=5 Audit=6 LegalRequest=7 VisitorsRequest=8 " +
        "Survey=9 Breach=10 Other=11")]
    [InlineData(typeof(ErasureCause), "Request=1 Retention=2")]
    [InlineData(typeof(DataRequestKind), "Access=1 Correction=2 Erasure=3 Restriction=4")]
    [InlineData(typeof(RequestOutcome), "Done=1 Partly=2 Refused=3")]
    [InlineData(typeof(DepartureReason), "Finished=1 LeftUnserved=2 UnknownEnd=3"), InlineData(typeof(CopyWindow), "Visit=1 Day=2 Month=3")]
    [InlineData(typeof(CompletionKind), "AfterGuestbook=1 AfterPreviousVisitor=2 WithinHours=3 Immediate=4")]
    [InlineData(typeof(RequirementRule), "Visit=1 ValidId=2 ActiveEmail=3 Guestbook=4 ServiceAccount=5 Id=6 WhatsappNumber=7")]
    public void A_choice_that_was_ever_stored_keeps_its_number(Type choice, string numbers) =>
        string.Join(' ', Enum.GetValues(choice).Cast<Enum>().Select(it => $"{it}={it:D}")).ShouldBe(numbers);
}
