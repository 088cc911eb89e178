using System.Globalization;
using Parley.Schema.Linking;
using Parley.Schema.Reading;
using Parley.Schema.Tests.Diagnostics;

namespace Parley.Schema.Tests.Linking;

public sealed class EqualityTests
{
    private static readonly IReadOnlyList<SchemaFile> Files = DiagnosticPage.ExampleFiles();

    [Fact]
    public void Same_files_give_equal_results_and_hash_codes()
    {
        var first = Load.Clean(Load.All(Files));
        var second = Load.All(Files.Select(file => new SchemaFile(string.Concat(file.Path), new string(file.Text))));

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void Order_of_files_changes_nothing() => Assert.Equal(Load.All(Files), Load.All(Files.Reverse()));

    [Fact]
    public void Document_is_equal_exactly_when_path_and_text_are()
    {
        var document = SchemaReader.Read(new SchemaFile("a.schema.json", "{}"), TestContext.Current.CancellationToken);

        Assert.Equal(document, SchemaReader.Read(new SchemaFile("a.schema.json", "{}"), TestContext.Current.CancellationToken));
        Assert.NotEqual(document, SchemaReader.Read(new SchemaFile("a.schema.json", "{ }"), TestContext.Current.CancellationToken));
        Assert.NotEqual(document, SchemaReader.Read(new SchemaFile("b.schema.json", "{}"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData(": ", ":")]
    [InlineData("{ \"", "\t{ \n\n\"")]
    public void White_space_changes_no_schema_model(string from, string to)
    {
        var edited = Files.Select(file => file with { Text = file.Text.Replace(from, to, StringComparison.Ordinal) }).ToList();
        Assert.NotEqual(Files, edited);

        Assert.Equal(Load.All(Files).Schemas, Load.Clean(Load.All(edited)).Schemas);
    }

    [Fact]
    public void Newlines_and_byte_order_mark_change_no_contract_model()
    {
        var edited = Files.Select(file => file with { Text = "\uFEFF" + file.Text.Replace("\n", "\r\n", StringComparison.Ordinal) });

        Assert.Equal(Load.All(Files).Contracts, Load.All(edited).Contracts);
    }

    [Fact]
    public void Changed_rule_changes_its_own_model_and_no_other()
    {
        var edited = Files.Select(file => file.Path == "greet-request.schema.json"
            ? file with { Text = file.Text.Replace("\"type\": \"string\"", "\"type\": \"string\", \"maxLength\": 5", StringComparison.Ordinal) }
            : file);

        var before = Load.All(Files).Schemas;
        var after = Load.Clean(Load.All(edited)).Schemas;

        Assert.Equal(["greet-request.schema.json"], before.Zip(after).Where(pair => !pair.First.Equals(pair.Second)).Select(pair => pair.First.Path));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    [InlineData("de-DE")]
    public void Culture_changes_nothing(string culture)
    {
        var expected = Load.All(Files);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, Load.All(Files));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Cancelled_work_throws()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => SchemaReader.Read(Files[0], cancelled.Token));
        var document = SchemaReader.Read(new SchemaFile("a.schema.json", "{}"), TestContext.Current.CancellationToken);
        Assert.Throws<OperationCanceledException>(() => Linker.Link([document], new LinkOptions("Root"), cancelled.Token));
    }
}
