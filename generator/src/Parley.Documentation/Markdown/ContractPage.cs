using System.Globalization;
using Parley.Documentation.Model;

namespace Parley.Documentation.Markdown;

/// <summary>The page of one contract.</summary>
internal sealed class ContractPage(DocumentationModel model, ContractDocumentation contract)
{
    private readonly MarkdownText _text = new();
    private readonly SchemaTable _tables = new(model.Schemas, "all-schemas.md");

    /// <summary>The whole page.</summary>
    public string Write()
    {
        _text.Anchor(contract.Anchor).Line($"# {contract.Title}").Line();
        _text.Line($"Contract {contract.Name}, version {contract.Version}.").Line();
        _text.Paragraph(contract.Description);
        WriteStates();
        foreach (var resource in contract.Resources)
            WriteResource(resource);
        WriteNotifications();
        WriteErrors();
        return _text.ToString();
    }

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);

    private static string Code(string text) => "`" + text + "`";

    private void WriteStates()
    {
        if (contract.States.Count == 0)
            return;
        _text.Line("## States").Line().Head("state", "meaning", "operations allowed in it");
        foreach (var state in contract.States)
        {
            var allowed = contract.Operations
                .Where(operation => operation.From.Contains(state.Name))
                .Select(static operation => $"[{operation.Name}](#{operation.Anchor})" + (operation.To is null ? "" : " → " + operation.To));
            _text.Row(Code(state.Name) + (state.Terminal ? " (terminal)" : ""), state.Description, Join(allowed));
        }

        _text.Line();
    }

    private void WriteResource(ResourceDocumentation resource)
    {
        _text.Anchor(resource.Anchor).Line($"## {resource.Template}").Line();
        _text.Paragraph(resource.Description);
        if (resource.Channel is not null)
            _text.Line($"For resources of the channel `{resource.Channel}`.").Line();
        if (resource.ServiceChannel is not null)
            _text.Line($"Its operations are also served on the Bayeux channel `{resource.ServiceChannel}`.").Line();
        if (resource.Parameters.Count > 0)
        {
            _text.Head("parameter", "meaning", "example");
            foreach (var parameter in resource.Parameters)
                _text.Row(Code(parameter.Name), parameter.Description ?? "", parameter.Example is null ? "" : Code(parameter.Example));
            _text.Line();
        }

        if (resource.Headers.Count > 0)
        {
            _text.Head("header", "meaning", "example");
            foreach (var header in resource.Headers)
                _text.Row(Code(header.Name), header.Description ?? "", header.Example is null ? "" : Code(header.Example));
            _text.Line();
        }

        foreach (var operation in resource.Methods.SelectMany(static method => method.Operations))
            WriteOperation(operation);
    }

    private void WriteOperation(OperationDocumentation operation)
    {
        _text.Anchor(operation.Anchor).Line($"### {operation.Name}").Line();
        _text.Paragraph(operation.Summary).Paragraph(operation.Description);
        _text.Line($"`{operation.Verb} {operation.Template}`" + (operation.Discriminator is null ? "" : $" with `{operation.Discriminator}` = `{operation.WireName}`")).Line();
        WriteConditions(operation);
        if (operation.Request is { } request)
        {
            _text.Line("**Request** " + _tables.Link(request)).Line();
            _tables.Write(_text, request.Source);
        }

        if (operation.Query.Count > 0)
        {
            _text.Line("**Query**").Line().Head("parameter", "required", "meaning", "schema");
            foreach (var parameter in operation.Query)
                _text.Row(Code(parameter.Name), parameter.Required ? "yes" : "", parameter.Description ?? "", Code(Schema.Json.CompactJson.Write(parameter.Schema.Json)));
            _text.Line();
        }

        _text.Line($"**Answers** HTTP 200 {_tables.Link(operation.Success)}; failures {_tables.Link(operation.Envelope.Failure)}, [{operation.Envelope.Name}](#{operation.Envelope.Anchor})").Line();
        foreach (var example in operation.Examples)
        {
            _text.Line("Example:").Line();
            if (example.Request is not null)
                _text.Code(example.Request);
            _text.Code(example.Success);
            if (example.Failure is not null)
                _text.Line("or").Line().Code(example.Failure);
        }

        if (operation.Notifies.Count > 0)
            _text.Line("**Then, over CometD** " + Join(operation.Notifies.Select(static notification => $"[{notification.Name}](#{notification.Anchor})"))).Line();
    }

    private void WriteConditions(OperationDocumentation operation)
    {
        if (operation.Permissions.Count > 0)
            _text.Line("- Permission, one of: " + Join(operation.Permissions));
        if (operation.Features.Count > 0)
            _text.Line("- Features, all of: " + Join(operation.Features.Select(Code)));
        if (operation.From.Count > 0)
            _text.Line("- Allowed in: " + Join(operation.From.Select(Code)));
        if (operation.To is not null)
            _text.Line("- Leads to: " + Code(operation.To));
        if (operation.Capability is not null)
            _text.Line("- Capability: " + Code(operation.Capability));
        _text.Line();
    }

    private void WriteNotifications()
    {
        if (contract.Notifications.Count == 0)
            return;
        _text.Line("## Notifications").Line();
        foreach (var notification in contract.Notifications)
        {
            _text.Anchor(notification.Anchor).Line($"### {notification.Name}").Line();
            _text.Paragraph(notification.Summary);
            _text.Line($"On the Bayeux channel `{notification.Channel}`.").Line();
            foreach (var selector in notification.Selectors)
                _text.Line($"- Told by `{selector.Member}`: " + Join(selector.Values.Select(Code)));
            if (notification.CausedBy.Count > 0)
                _text.Line("- Sent after: " + Join(notification.CausedBy.Select(static operation => $"[{operation.Name}](#{operation.Anchor})")));
            _text.Line().Line("**Message** " + _tables.Link(notification.Payload)).Line();
            _tables.Write(_text, notification.Payload.Source);
            if (notification.Payload.Source.Json.Find("examples")?.Value.Items is [var first, ..])
                _text.Line("Example:").Line().Code(first);
        }
    }

    private void WriteErrors()
    {
        _text.Line("## Failures").Line();
        foreach (var envelope in contract.Envelopes)
        {
            _text.Anchor(envelope.Anchor).Line($"### {envelope.Name}").Line();
            _text.Paragraph(envelope.Description);
            _text.Line(_tables.Link(envelope.Failure) + (envelope.WritesCode ? "" : "; the code is not written")).Line();
            _text.Head("failure", "code", "HTTP status", "meaning");
            foreach (var failure in envelope.Failures)
            {
                _text.Row(
                    failure.Kind,
                    failure.Code.ToString(CultureInfo.InvariantCulture),
                    failure.HttpStatus.ToString(CultureInfo.InvariantCulture),
                    failure.Description);
            }

            _text.Line();
        }
    }
}
