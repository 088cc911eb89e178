using System.Globalization;
using Parley.Documentation.Model;
using Parley.Documentation.Output;

namespace Parley.Documentation.Tests.Output;

public sealed class DocumentationFilesTests
{
    [Fact]
    public void Same_contracts_give_the_same_bytes_whatever_culture_newline_and_file_order()
    {
        var expected = Write(Samples.GreetingFiles());
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            var files = Samples.GreetingFiles().Reverse().Select(file => file with { Text = file.Text.ReplaceLineEndings("\r\n") });

            Assert.Equal(expected, Write(files));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Everything_that_is_promised_is_written()
    {
        var paths = DocumentationFiles.Write(Samples.GreetingModel(), TestContext.Current.CancellationToken).Select(file => file.Path);

        Assert.Superset(
            new HashSet<string> { "asyncapi.json", "llms.txt", "markdown/Greetings.md", "markdown/all-schemas.md", "openapi.docs.json", "openapi.json" },
            paths.ToHashSet());
    }

    private static IReadOnlyList<OutputFile> Write(IEnumerable<Parley.Schema.Reading.SchemaFile> files) =>
        DocumentationFiles.Write(
            DocumentationBuilder.Build(ContractFolder.Of(files, "greetings", cancellationToken: TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);
}
