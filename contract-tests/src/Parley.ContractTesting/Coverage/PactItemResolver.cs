using System.Text.Json;
using System.Text.RegularExpressions;

namespace Parley.ContractTesting;

/// <summary>
/// Finds the operation that an interaction calls, or the notification that a message carries: by its description when that begins with <c>Contract.Name</c>, else by
/// URL, method and discriminator, or by the channel. What the description says must agree with the request.
/// </summary>
internal sealed partial class PactItemResolver(IReadOnlyCollection<ContractDescriptor> contracts, string[] otherPaths)
{
    /// <summary>All operations and notifications as <c>Contract.Name</c>.</summary>
    public IEnumerable<string> Names => contracts.SelectMany(contract => contract.Operations.Select(operation => operation.Name)
        .Concat(contract.Notifications.Select(notification => notification.Name))
        .Select(name => $"{contract.Name}.{name}"));

    /// <summary>Resolves one item.</summary>
    /// <returns>The name, when it is known; a sentence, when something is wrong. Neither for a path that no contract need have.</returns>
    public (string? Name, string? Problem) Resolve(PactItem item)
    {
        if (!item.IsMessage && Array.IndexOf(otherPaths, item.Path) >= 0)
            return (null, null);

        var fitting = item.IsMessage ? Notifications(item) : Operations(item);
        if (Prefix().Match(item.Description) is { Success: true, Value: var named } && contracts.Any(contract => named.StartsWith($"{contract.Name}.", StringComparison.Ordinal)))
        {
            if (!Names.Contains(named))
                return (null, $"'{item.Description}' in {item.File}: {named} is in no contract.");
            return fitting.Contains(named) ? (named, null) : (null, $"'{item.Description}' in {item.File} does not {Deed(item)}, as {named} does.");
        }

        return fitting switch
        {
            [var single] => (single, null),
            [] => (null, $"'{item.Description}' in {item.File} is in no contract: {Place(item)}."),
            _ => (null, $"'{item.Description}' in {item.File} may be {string.Join(" or ", fitting)}; begin its description with the right one."),
        };
    }

    private List<string> Operations(PactItem item) =>
        [.. from contract in contracts from operation in contract.Operations where Fits(operation, item) select $"{contract.Name}.{operation.Name}"];

    private List<string> Notifications(PactItem item) =>
        [.. from contract in contracts from notification in contract.Notifications where Text(item.Request, "channel") == notification.Channel select $"{contract.Name}.{notification.Name}"];

    private static bool Fits(OperationDescriptor operation, PactItem item) =>
        operation.Method == item.Method
        && Regex.IsMatch(item.Path, $"^{Parameter().Replace(Regex.Escape(operation.Template), "[^/]+")}$")
        && (operation.Discriminator is null || Text(item.Request, operation.Discriminator) == operation.WireName);

    private static string Deed(PactItem item) => item.IsMessage ? "come on its channel" : "send its request";

    private static string Place(PactItem item) => item.IsMessage
        ? $"nothing comes on the channel '{Text(item.Request, "channel")}'"
        : $"{item.Method} {item.Path} with {(item.Request.ValueKind == JsonValueKind.Undefined ? "no body" : item.Request.ToString())} calls no operation";

    private static string? Text(JsonElement body, string member) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"^\w+\.\w+(?=$|:| \()")]
    private static partial Regex Prefix();

    // As Regex.Escape leaves a parameter of a template.
    [GeneratedRegex(@"\\\{[^}]+\}")]
    private static partial Regex Parameter();
}
