using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.HostileText;

/// <summary>Text of a schema or manifest stays text, whatever it holds. (That the output compiles without a remark and has no strange line ends, every run checks.)</summary>
public sealed class HostileTextTests
{
    private const string Class = "public class Escaped { }";

    private static readonly Dictionary<string, string> All = new()
    {
        ["plain"] = "calm text",
        ["quotes"] = $"\"; }} }} {Class} //",
        ["raw string"] = $"\"\"\"\"; }} }} {Class} \"\"\"",
        ["apostrophe"] = $"'; {Class} '",
        ["backslashes"] = $"\\\"; {Class} \\",
        ["escapes"] = $"\\u0022; \\x22; \\n {Class} \\U0001F600",
        ["line feed"] = $"a\n{Class}",
        ["carriage return"] = $"a\r{Class}",
        ["both"] = $"a\r\n{Class}\r\n",
        ["next line"] = $"a\u0085{Class}",
        ["line separator"] = $"a\u2028{Class}",
        ["paragraph separator"] = $"a\u2029{Class}",
        ["comment end"] = $"*/ {Class} /*",
        ["comment start"] = $"/* // {Class}",
        ["braces"] = "{{ }} {0} {text} }} { $\"{1}\"",
        ["tags"] = $"</summary> {Class} <summary>",
        ["xml"] = "<!-- ]]> &amp; &undefined; <![CDATA[ <see cref=\"Nothing\"/> <?php",
        ["directive"] = "a\n#error Escaped\n#if false\n",
        ["control"] = "a\0b\u0001\u001b[31m\u007f\ufffe\uffff",
        ["direction"] = "a\u202e}\u2066 class Escaped",
        ["surrogate pair"] = "😀 𝔘𝔫𝔦",
        ["letters"] = "Größe_名前_İıſK",
        ["keyword"] = "class",
        ["white space"] = "  ends with white space \t ",
    };

    private static readonly string[] Types =
    [
        "CapabilitySets", "Done", "Entry", "EntryChoice", "EntryChoiceJson", "EntryDefined", "Envelopes", "GateClient", "GateContract", "GateContract", "GateDispatcher",
        "GateLifecycle", "GateNotificationDispatcher", "GateNotifications", "GateRegistration", "IGateNotificationHandler", "IGateOperations", "OperationIndex",
        "Problem", "States",
    ];

    public static TheoryData<string> Kinds => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Text_stays_text(string kind)
    {
        var text = All[kind];
        var run = GeneratorRun.Of(HostileProject.Files(text));
        var declared = DeclaredTypes(run);
        var entry = declared.Single(name => name.EndsWith("ChoiceJson", StringComparison.Ordinal))[..^"ChoiceJson".Length];

        // Two names are made from the text; nothing but these differs from what harmless text gives.
        Assert.Equal(
            Types,
            declared
                .Select(name => name.StartsWith(entry + "Defined", StringComparison.Ordinal) ? "EntryDefined" : name.StartsWith(entry, StringComparison.Ordinal) ? "Entry" + name[entry.Length..] : name)
                .Order(StringComparer.Ordinal));

        // And it is the text that was written, to the last character.
        var type = LiveType.Of(run.Load(), entry);
        var value = HostileProject.ValidRequest(text);
        type.Accepts(value.ToJsonString());
        foreach (var member in new[] { "op", "choice", "constant", "matched" })
        {
            var wrong = HostileProject.ValidRequest(text);
            wrong[member] = "wrong";
            type.Refuses(wrong.ToJsonString());
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Text_where_only_a_name_or_address_may_stand_is_refused_or_harmless(string place)
    {
        var refused = 0;
        foreach (var text in All.Values)
        {
            var files = Library.With("loans/loans.contract.json", $"\"{place}\"", System.Text.Json.JsonSerializer.Serialize(place + text));
            try
            {
                Assert.DoesNotContain("Escaped", DeclaredTypes(GeneratorRun.Of(files)));
            }
            catch (HarnessException exception) when (exception.Rule == HarnessRule.ReportsWhatIsExpected)
            {
                Assert.Contains("(\"PAR3", exception.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.NotEqual(0, refused);
    }

    // Each is written in the library's manifest: contract, envelope, state, template, operation, notification, channel.
    public static TheoryData<string> Places => ["Loans", "plain", "Free", "/members/{member}/loans/{id}", "Lend", "Overdue", "/members/loans"];

    private static List<string> DeclaredTypes(GeneratorRun run) =>
    [
        .. run.Compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            .Select(type => type.Identifier.ValueText),
    ];
}
