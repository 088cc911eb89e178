using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Schema.Contracts;

/// <summary>The rules for names that a manifest gives.</summary>
internal static class ContractNames
{
    // A contract's operations become static properties of one class.
    private static readonly HashSet<string> ReservedOperations = new(StringComparer.Ordinal)
    {
        "Descriptor", "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize",
    };

    /// <summary>The types that a contract emits, by what stands around its name.</summary>
    private static readonly (string Prefix, string Suffix)[] EmittedTypes =
    [
        ("I", "Operations"), ("", "Dispatcher"), ("", "Client"), ("", "Notifications"), ("I", "NotificationHandler"), ("", "NotificationDispatcher"),
        ("", "Lifecycle"), ("", "Contract"), ("", "Registration"),
    ];

    /// <summary>Checks the name of a contract, operation, state or notification.</summary>
    public static bool Check(string name, JsonSpan span, string what, DiagnosticBag diagnostics)
    {
        if (what == "an operation" && ReservedOperations.Contains(name))
        {
            diagnostics.Add(SchemaRules.BadName, span, name, what, "another word, for emitted code has a member of that name already");
            return false;
        }

        if (IsPascal(name))
            return true;
        diagnostics.Add(SchemaRules.BadName, span, name, what, "a word of ASCII letters and digits that starts with a capital letter");
        return false;
    }

    /// <summary>The types that a contract emits.</summary>
    public static IEnumerable<string> Emitted(string contract) => EmittedTypes.Select(type => type.Prefix + contract + type.Suffix);

    private static bool IsPascal(string name)
    {
        if (name.Length is 0 or > 100 || name[0] is not (>= 'A' and <= 'Z'))
            return false;
        foreach (var unit in name)
        {
            if (unit is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9')))
                return false;
        }

        return true;
    }
}
