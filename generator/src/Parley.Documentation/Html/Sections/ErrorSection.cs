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
            <div class="wide" role="region" tabindex="0" aria-label="{"Errors of " + envelope.Name}"><table><thead><tr><th>Error<th>Code<th>HTTP<th>Meaning<tbody>{envelope.Failures.GroupBy(static failure => (failure.Code, failure.HttpStatus, failure.Description)).Select(Row)}</table></div>
            {Users(users)}</section>

            """);
    }

    // Errors that say the same stand together.
    private static HtmlMarkup Row(IGrouping<(int Code, int HttpStatus, string Description), FailureModel> failures) => HtmlMarkup.Of(
        $"<tr><td>{HtmlMarkup.Join(failures.Select(static failure => HtmlMarkup.Text(failure.Kind)), ", ")}<td>{failures.Key.Code}<td>{failures.Key.HttpStatus}<td>{MarkdownMarkup.Line(failures.Key.Description)}");

    private static HtmlMarkup Users(List<(ContractDocumentation Contract, EnvelopeDocumentation Envelope)> users)
    {
        var lines = users.Select(static user => (user.Contract.Title, Operations: user.Contract.Operations.Where(operation => operation.Envelope.Anchor == user.Envelope.Anchor).ToList())).ToList();
        return lines.TrueForAll(static line => line.Operations.Count == 0)
            ? HtmlMarkup.Of($"<p>{string.Join(", ", lines.Select(static line => line.Title))}: before any operation</p>")
            : HtmlMarkup.Join(lines.Where(static line => line.Operations.Count > 0).Select(static line => HtmlMarkup.Of(
                $"<p>{line.Title}: {HtmlMarkup.Join(line.Operations.Select(operation => PageContext.Link(operation.Anchor, operation.Name)), ", ")}</p>")), "");
    }
}
