using Parley.Generator.Emit.Validation;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;
using Parley.Schema.Naming;

namespace Parley.Generator.Emit.Types;

/// <summary>The public names of a union and its alternatives.</summary>
internal sealed class UnionMembers
{
    public UnionMembers(TypeModel type)
    {
        var names = new NameScope(["value", "chosen", "alternative"]);
        var schemas = UnionCheckEmitter.AlternativesOf(type.Schema);
        var alternatives = new List<UnionMember>();
        NullIndex = -1;
        for (var i = 0; i < schemas.Count; i++)
        {
            var reference = schemas[i].Declaration ?? schemas[i].Ref;
            if (reference is null)
            {
                NullIndex = i;
                continue;
            }

            // The type behind a chain of references is the one that is declared as a record or union.
            var typeName = reference.Shape.TypeName!;
            var parameter = names.Camel(Identifiers.Parameter(typeName.Substring(typeName.LastIndexOf('.') + 1)));
            alternatives.Add(new UnionMember(i, CSharpCode.TypeName(typeName), CSharpTypes.DeclarationOf(reference), CSharpTypes.IsNullable(reference.Shape), parameter));
        }

        Alternatives = alternatives;
        Conversions = [.. alternatives
            .SelectMany(alternative => type.Schema.Union!.Branches[alternative.Index].TypesWithin.Select(inner => new UnionConversion(CSharpCode.TypeName(inner), alternative.Type)))
            .GroupBy(static conversion => conversion.From.Text, StringComparer.Ordinal)
            .Where(same => same.Count() == 1 && alternatives.All(alternative => alternative.Type.Text != same.Key))
            .Select(static same => same.First())];
        (Value, Match, Switch) = (Name("Value"), Name("Match"), Name("Switch"));

        // A member may not have its type's name.
        CSharpIdentifier Name(string word) => CSharpIdentifier.Of(word == type.Name ? word + "OfUnion" : word);
    }

    public IReadOnlyList<UnionMember> Alternatives { get; }

    /// <summary>The types that become the union by way of an alternative that is a union itself. Not those that are in two alternatives: they could be either.</summary>
    public IReadOnlyList<UnionConversion> Conversions { get; }

    /// <summary>Index of the alternative that is null; -1 when there is none.</summary>
    public int NullIndex { get; }

    public CSharpIdentifier Value { get; }

    public CSharpIdentifier Match { get; }

    public CSharpIdentifier Switch { get; }

    /// <summary>The alternatives as documentation.</summary>
    public CSharpCode List() =>
        CSharpCode.Join(CSharpCode.Of($", "), [.. Alternatives.Select(static alternative => CSharpCode.Of($"<see cref=\"{alternative.Type}\"/>"))]);
}

/// <summary>One alternative that is a record or a union itself.</summary>
/// <param name="Index">Its place in the schema.</param>
/// <param name="Type">The record or union.</param>
/// <param name="Declaration">What reads it.</param>
/// <param name="IsNullable">Whether reading it may give null.</param>
/// <param name="Parameter">A name for it.</param>
internal sealed record UnionMember(int Index, CSharpCode Type, CSharpCode Declaration, bool IsNullable, CSharpIdentifier Parameter);

/// <summary>A type that becomes a union by way of another.</summary>
/// <param name="From">The type.</param>
/// <param name="By">The alternative of the union.</param>
internal sealed record UnionConversion(CSharpCode From, CSharpCode By);
