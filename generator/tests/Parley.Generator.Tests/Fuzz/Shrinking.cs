using System.Text.Json.Nodes;

namespace Parley.Generator.Tests.Fuzz;

/// <summary>Takes away from a difference what it does not need.</summary>
internal static class Shrinking
{
    /// <summary>A difference none of whose parts can be left out.</summary>
    public static async Task<Difference> ShrinkAsync(Difference difference)
    {
        while (await SmallerAsync(difference) is { } smaller)
            difference = smaller;
        return difference;
    }

    // All smaller schemas are one compilation, and of those that still differ the shortest is the next to be shrunk.
    private static async Task<Difference?> SmallerAsync(Difference difference)
    {
        string[] instances = difference.Instance is null ? [] : [.. Smaller(difference.Instance).OrderBy(static text => text.Length), difference.Instance];
        var schemas = Smaller(difference.Schema).Where(static schema => EmittedSchemas.Refusal(schema) is null).Append(difference.Schema);
        var found = await Difference.FindAsync([.. schemas.Select(schema => new FuzzCase(schema, instances))]);
        return found.Where(other => other is not null && other.Size < difference.Size && (other.Instance is null) == (difference.Instance is null)).MinBy(static other => other!.Size);
    }

    /// <summary>The texts that a JSON text becomes when one part of it is left out, replaced by something small, or all that remains.</summary>
    public static IReadOnlyList<string> Smaller(string json)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Visit(JsonNode.Parse(json), static value => value);
        return [.. found.Where(text => text.Length < json.Length)];

        void Visit(JsonNode? value, Func<JsonNode?, JsonNode?> around)
        {
            Add(value);
            Add(around(true));
            Add(around(0));
            switch (value)
            {
                case JsonObject members:
                    foreach (var (name, member) in members)
                    {
                        var rest = members.DeepClone().AsObject();
                        rest.Remove(name);
                        Add(around(rest));
                        Visit(member, inner =>
                        {
                            var changed = members.DeepClone().AsObject();
                            changed[name] = inner?.DeepClone();
                            return around(changed);
                        });
                    }

                    break;
                case JsonArray items:
                    for (var i = 0; i < items.Count; i++)
                    {
                        var index = i;
                        var rest = items.DeepClone().AsArray();
                        rest.RemoveAt(index);
                        Add(around(rest));
                        Visit(items[index], inner =>
                        {
                            var changed = items.DeepClone().AsArray();
                            changed[index] = inner?.DeepClone();
                            return around(changed);
                        });
                    }

                    break;
            }
        }

        void Add(JsonNode? value) => found.Add(FuzzCase.Text(value));
    }
}
