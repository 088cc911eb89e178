using Parley.Documentation.Model;
using Parley.Schema.Json;

namespace Parley.Documentation.Lint;

/// <summary>A lifecycle holds together: every state can come about, every notification has a cause.</summary>
internal sealed class LifecycleStyle(ContractLinter linter, SchemaCatalogue schemas)
{
    public void Check(DocumentationModel model)
    {
        foreach (var contract in model.Contracts)
        {
            CheckStates(contract);
            foreach (var notification in contract.Notifications)
            {
                if (notification.CausedBy.Count == 0)
                    Add(contract, "notifications", notification.Name, StyleRules.UncausedNotification);
            }
        }
    }

    // A resource begins in the first state, and what others do to it is told by notifications and answers.
    private void CheckStates(ContractDocumentation contract)
    {
        if (contract.States.Count == 0)
            return;

        var told = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<JsonNode>();
        foreach (var message in contract.Notifications.Select(static notification => notification.Payload).Concat(contract.Operations.Select(static operation => operation.Success)))
            CollectLiterals(message.Source.Json, told, seen);

        var reached = contract.States.Where(state => told.Contains(state.Name)).Select(static state => state.Name).Append(contract.States[0].Name).ToHashSet(StringComparer.Ordinal);
        var grows = true;
        while (grows)
        {
            grows = false;
            foreach (var operation in contract.Operations)
            {
                if (operation.To is { } to && (operation.From.Count == 0 || operation.From.Any(reached.Contains)))
                    grows |= reached.Add(to);
            }
        }

        foreach (var state in contract.States.Where(state => !reached.Contains(state.Name)))
            Add(contract, "states", state.Name, StyleRules.UnreachableState);
    }

    private void CollectLiterals(JsonNode node, HashSet<string> literals, HashSet<JsonNode> seen)
    {
        if (!seen.Add(node))
            return;
        if (schemas.TargetOf(node) is { } target)
            CollectLiterals(target.Source.Json, literals, seen);
        foreach (var member in node.Members)
        {
            if (schemas.IsSchema(node) && member.Name == "const")
                literals.Add(member.Value.Text);
            else if (schemas.IsSchema(node) && member.Name == "enum")
                literals.UnionWith(member.Value.Items.Select(static item => item.Text));
            else
                CollectLiterals(member.Value, literals, seen);
        }

        foreach (var item in node.Items)
            CollectLiterals(item, literals, seen);
    }

    private void Add(ContractDocumentation contract, string group, string name, Schema.Diagnostics.SchemaRule rule) =>
        linter.Add(rule, contract.Source.Path, contract.Source.Json.Find(group)!.Value.Find(name)!.NameSpan, name);
}
