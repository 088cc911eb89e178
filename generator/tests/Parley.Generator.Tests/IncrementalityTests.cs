using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests;

/// <summary>What an edit costs. (That an edit of C# or a save without a change costs nothing, every run checks; that output after an edit is right, every edit checks.)</summary>
public sealed class IncrementalityTests
{
    private const string LoansSources = "Loans/LoansContractSources.g.cs";

    private static readonly Lazy<GeneratorRun> Run = new(static () => GeneratorRun.Of(Library.Files));

    [Fact]
    public void A_changed_rule_of_one_schema_writes_its_file_and_the_copy_that_a_contract_has_of_it()
    {
        var edited = Run.Value.Edit(Library.With("shared/isbn.schema.json", "{13}", "{10}"));

        Assert.Equal([LoansSources, "Shared/Isbn.g.cs"], edited.Emitted);
        Assert.Empty(edited.Removed);
    }

    [Fact]
    public void A_changed_schema_of_a_contract_writes_no_other_contract()
    {
        var edited = Run.Value.Edit(Library.With("loans/lend.schema.json", "\"days\"", "\"nights\""));

        Assert.Contains("Loans/LendRequest.g.cs", edited.Emitted);
        Assert.All(edited.Emitted, name => Assert.StartsWith("Loans/", name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_manifest_writes_its_contract_alone_and_no_types()
    {
        var edited = Run.Value.Edit(Library.With("rooms/rooms.contract.json", "Takes a room.", "Takes one of the rooms."));

        Assert.NotEmpty(edited.Emitted);
        Assert.All(edited.Emitted, name => Assert.StartsWith("Rooms/", name, StringComparison.Ordinal));
        Assert.DoesNotContain("Rooms/BookRequest.g.cs", edited.Emitted);
    }

    [Fact]
    public void White_space_writes_nothing_but_the_copies_that_contracts_have_of_their_files()
    {
        var edited = Run.Value.Edit([.. Library.Files.Select(file => file with { Text = "\n\n" + file.Text.Replace(": ", " :\t ", StringComparison.Ordinal) })]);

        Assert.Equal([LoansSources, "Rooms/RoomsContractSources.g.cs"], edited.Emitted);
    }

    [Fact]
    public void An_error_that_moves_writes_no_code()
    {
        var broken = Library.With("rooms/book.schema.json", "\"seats\": {", "\"seats\": { \"typo\": 1, ");
        var line = broken.Single(file => file.Path == "rooms/book.schema.json").Text.Split('\n').ToList().FindIndex(text => text.Contains("typo", StringComparison.Ordinal)) + 1;
        var column = broken.Single(file => file.Path == "rooms/book.schema.json").Text.Split('\n')[line - 1].IndexOf("\"typo\"", StringComparison.Ordinal) + 1;
        var contract = ExpectedRoomsFault();
        var run = GeneratorRun.OfBroken(broken, ("PAR1001", "rooms/book.schema.json", line, column), contract);

        var edited = run.Edit(
            [.. broken.Select(file => file.Path == "rooms/book.schema.json" ? file with { Text = "\n" + file.Text } : file)],
            ("PAR1001", "rooms/book.schema.json", line + 1, column),
            contract);

        Assert.Empty(edited.Emitted);
    }

    [Fact]
    public void A_schema_more_writes_its_file()
    {
        var edited = Run.Value.Edit([.. Library.Files, new("zoo.schema.json", """{ "title": "Zoo", "type": "object", "properties": { "name": { "type": "string" } } }""")]);

        Assert.Contains("Zoo.g.cs", edited.Emitted);
        Assert.All(edited.Emitted, name => Assert.DoesNotContain("Rooms", name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_schema_less_takes_its_file_away()
    {
        var run = GeneratorRun.Of([.. Library.Files, new("zoo.schema.json", """{ "title": "Zoo", "type": "object", "properties": { "name": { "type": "string" } } }""")]);

        var edited = run.Edit(Library.Files);

        Assert.Equal(["Zoo.g.cs"], edited.Removed);
        Assert.Empty(edited.Emitted);
    }

    private static ExpectedDiagnostic ExpectedRoomsFault()
    {
        var lines = Library.Files.Single(file => file.Path == "rooms/rooms.contract.json").Text.Split('\n');
        var line = Array.FindIndex(lines, text => text.Contains("book.schema.json", StringComparison.Ordinal));
        return ("PAR2010", "rooms/rooms.contract.json", line + 1, lines[line].IndexOf("\"book.schema.json\"", StringComparison.Ordinal) + 1);
    }
}
