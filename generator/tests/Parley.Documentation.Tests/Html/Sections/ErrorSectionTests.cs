using Parley.Documentation.Html;
using Parley.Documentation.Html.Sections;
using Parley.Documentation.Model;

namespace Parley.Documentation.Tests.Html.Sections;

public sealed class ErrorSectionTests
{
    private static readonly DocumentationModel Model = DocumentationBuilder.Build(Tests.Samples.Repository());

    private static readonly string Section = ErrorSection.Write(new PageContext(Model, new ReferenceOptions())).ToString();

    [Fact]
    public void Every_envelope_of_every_contract_has_its_place_and_every_kind_of_failure_its_name()
    {
        var envelopes = Model.Contracts.SelectMany(contract => contract.Envelopes).ToList();

        Assert.Contains(envelopes, envelope => envelope.Anchor == "errors/AgentStates.header");
        Assert.All(envelopes, envelope => Assert.Contains($"id=\"{envelope.Anchor}\"", Section, StringComparison.Ordinal));
        Assert.All(envelopes.SelectMany(envelope => envelope.Failures), failure => Assert.Contains(failure.Kind, Section, StringComparison.Ordinal));
    }

    [Fact]
    public void An_envelope_says_which_operations_answer_with_it_or_that_none_is_reached()
    {
        Assert.Contains("<p>Agent states: <a href=\"#operation/AgentStates.GetAgentStates\">GetAgentStates</a></p>", Section, StringComparison.Ordinal);
        Assert.Contains("<p>Agent states: before any operation</p>", Section, StringComparison.Ordinal);
    }

    [Fact]
    public void Failures_that_say_the_same_share_a_row()
    {
        Assert.Contains("<tr><td>MalformedBody, BodyTooLarge, UnknownOperation, MissingMember, WrongState, Forbidden, PermissionDenied, NotAuthenticated, NotFound, InternalError<td>400<td>400<td>Does not occur for headers.", Section, StringComparison.Ordinal);
        Assert.Contains("<tr><td>InvalidMember<td>400<td>400<td>A header is missing or wrong.", Section, StringComparison.Ordinal);
    }
}
