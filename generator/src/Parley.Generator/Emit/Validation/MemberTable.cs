using System.Text;
using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>
/// The member names that an object schema mentions, each with a number: what the emitted dispatch on a name returns, and the bit that says the member was seen.
/// Declared properties come first, then names that only other keywords mention.
/// </summary>
internal sealed class MemberTable
{
    private const int WordSize = 64;
    private readonly List<string> _names = [];

    public MemberTable(SchemaNode node)
    {
        Node = node;
        _names.AddRange(node.Properties.Select(static property => property.Name));
        Add(node.ComposedProperties.Select(static property => property.Name));
        Add(AdditionalPropertiesCheck.OtherNames(node));
        Add(node.Required);
        foreach (var dependency in node.DependentRequired)
        {
            Add([dependency.Name]);
            Add(dependency.Required);
        }

        Add(node.DependentSchemas.Select(static dependency => dependency.Name));
    }

    public SchemaNode Node { get; }

    public int Count => _names.Count;

    /// <summary>Whether the bits need more than one word.</summary>
    public bool IsWide => Count > WordSize;

    public int IndexOf(string name) => _names.IndexOf(name);

    /// <summary>Declares the bits.</summary>
    public void WriteSeen(CodeWriter writer)
    {
        if (IsWide)
            writer.Line($"global::System.Span<ulong> seen = stackalloc ulong[{(Count + WordSize - 1) / WordSize}];");
        else
            writer.Line($"var seen = 0UL;");
    }

    /// <summary>Looks the name up and refuses it the second time.</summary>
    public void WriteLookup(CodeWriter writer, DeclarationScope scope, FailureEmitter failures)
    {
        writer.Line($"var member = {Lookup(scope)}(ref reader);");
        var seen = IsWide ? CSharpCode.Of($"seen") : CSharpCode.Of($"ref seen");
        failures.If(writer, CSharpCode.Of($"global::Parley.SeenMembers.Repeats({seen}, member)"), CSharpCode.Of($"FailDuplicate(reader.TokenStartIndex, {CSharpLiteral.String(Node.Pointer)})"), Node.Pointer);
    }

    /// <summary>A condition that is true when the name that was looked up is none of these.</summary>
    public CSharpCode IsNoneOf(string[] names)
    {
        var left = Enumerable.Range(0, Count).Where(index => !names.Contains(_names[index])).Select(static index => CSharpCode.Of($" or {index}"));
        return left.Any() ? CSharpCode.Of($"member is < 0{CSharpCode.Join(default, left)}") : CSharpCode.Of($"member < 0");
    }

    /// <summary>A condition that is true when the member is there.</summary>
    public CSharpCode Saw(string name) => CSharpCode.Of($"{BitOf(name)} != 0");

    /// <summary>A condition that is true when the member is missing.</summary>
    public CSharpCode Lacks(string name) => CSharpCode.Of($"{BitOf(name)} == 0");

    /// <summary>A condition that is true when any of the members is missing.</summary>
    public CSharpCode LacksAnyOf(IEnumerable<string> names)
    {
        var words = names.Select(IndexOf).Distinct().GroupBy(static index => index / WordSize).OrderBy(static word => word.Key).Select(word =>
        {
            var mask = CSharpLiteral.Mask(word.Aggregate(0UL, static (bits, index) => bits | (1UL << (index % WordSize))));
            return IsWide ? CSharpCode.Of($"(seen[{word.Key}] & {mask}) != {mask}") : CSharpCode.Of($"(seen & {mask}) != {mask}");
        });
        return CSharpCode.Join(CSharpCode.Of($" || "), words);
    }

    /// <summary>The bits of members, where one word holds all.</summary>
    public CSharpLiteral MaskOf(IEnumerable<string> names) =>
        CSharpLiteral.Mask(names.Select(IndexOf).Aggregate(0UL, static (bits, index) => bits | (1UL << index)));

    private CSharpCode BitOf(string name)
    {
        var index = IndexOf(name);
        var bit = CSharpLiteral.Mask(1UL << (index % WordSize));
        return IsWide ? CSharpCode.Of($"(seen[{index / WordSize}] & {bit})") : CSharpCode.Of($"(seen & {bit})");
    }

    private void Add(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!_names.Contains(name))
                _names.Add(name);
        }
    }

    // One dispatch serves Read and Check.
    private CSharpIdentifier Lookup(DeclarationScope scope) => scope.Method("MemberAt", Node.Pointer, (writer, name) =>
    {
        var byLength = _names.Select(static (text, index) => (Length: Encoding.UTF8.GetByteCount(text), Text: text, Index: index)).OrderBy(static entry => entry.Length).ToArray();
        using (writer.Block($"private static int {name}(ref {CSharpTypes.Reader} reader)"))
        {
            writer.Line($"var name = global::Parley.StringChecks.MemberName(ref reader, {byLength[byLength.Length - 1].Length});");
            using (writer.Block($"return name.Length switch", $"}};"))
            {
                foreach (var (length, text, index) in byLength)
                    writer.Line($"{length} when global::System.MemoryExtensions.SequenceEqual(name, {CSharpLiteral.Utf8(text)}) => {index},");
                writer.Line($"_ => -1,");
            }
        }
    });
}
