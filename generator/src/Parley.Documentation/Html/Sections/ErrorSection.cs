using Parley.Documentation.Model;
using Parley.Schema.Model;

namespace Parley.Documentation.Html.Sections;

/// <summary>The error catalogue. Contracts that share an envelope share its entry.</summary>
internal static class ErrorSection
{
    public static HtmlMarkup Write(PageContext page)
    {
        var envelopes = page.Model.Contracts
            .SelectMany(contract => contract.Envelopes.Select(envelope => (Contract: contract, Envelope: envelope)))
            .GroupBy(pair => (pair.Envelope.Source.Path, pair.Envelope.Source.Pointer));
        return HtmlMarkup.Of(
            $"""
            <section id="errors"><h2>Errors</h2>
            {envelopes.Select(group => Envelope([.. group]))}</section>
            """);
    }

    private static HtmlMarkup Envelope(List<(ContractDocumentation Contract, EnvelopeDocumentation Envelope)> users)
    {
        var envelope = users[0].Envelope;
        return HtmlMarkup.Of(
            $"""
            <section>{users.Select(user => HtmlMarkup.Of($"""<span id="{user.Envelope.Anchor}"></span>"""))}<h3>{envelope.Name}</h3>{MarkdownMarkup.Blocks(envelope.Description)}<p>A failure is a {PageContext.Link(envelope.Failure.Anchor, envelope.Failure.ShortName)}{(envelope.WritesCode ? "" : "; it does not carry the code")}.</p>
            <div class="wide" role="region" tabindex="0" aria-label="{"Errors of " + envelope.Name}"><table><thead><tr><th>Error<th>Code<th>HTTP<th>Meaning<tbody>{envelope.Failures.Select(Row)}</table></div>
            {users.Select(user => Users(user.Contract, user.Envelope))}</section>

            """);
    }

    private static HtmlMarkup Row(FailureModel failure) => HtmlMarkup.Of(
        $"<tr><td>{failure.Kind}<td>{failure.Code}<td>{failure.HttpStatus}<td>{MarkdownMarkup.Line(failure.Description)}");

    private static HtmlMarkup Users(ContractDocumentation contract, EnvelopeDocumentation envelope)
    {
        var operations = contract.Operations.Where(operation => operation.Envelope.Anchor == envelope.Anchor).ToList();
        return operations.Count == 0 ? HtmlMarkup.Empty : HtmlMarkup.Of(
            $"<p>{contract.Title}: {HtmlMarkup.Join(operations.Select(operation => PageContext.Link(operation.Anchor, operation.Name)), ", ")}</p>");
    }
}
