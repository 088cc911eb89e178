using Microsoft.CodeAnalysis;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Mutants;

/// <summary>The harness rejects each bad generator for its own fault, so that none of its checks passes whatever comes.</summary>
public sealed class MutantTests
{
    private static readonly InputFile[] Files = [new("Beta.json", "{ }"), new("Alpha.json", "{\n}\n")];

    [Fact]
    public void A_generator_that_keeps_the_rules_passes()
    {
        var run = GeneratorRun.Of<HonestGenerator>(Files, new RunOptions());

        Assert.Equal(["Alpha.g.cs", "Beta.g.cs"], run.Output.Keys);
        Assert.Equal(3, run.Load().GetType("Beta", throwOnError: true)!.GetField("Length", (System.Reflection.BindingFlags)(-1))!.GetRawConstantValue());
    }

    [Fact]
    public void Gives_its_steps_no_names() => Rejects<NamelessGenerator>(HarnessRule.NamesItsSteps, "no step has a name but SourceOutput, ");

    [Fact]
    public void Throws() => Rejects<ThrowingGenerator>(HarnessRule.DoesNotThrow, "Unforeseen.");

    [Fact]
    public void Keeps_a_symbol() => Rejects<SymbolKeeper>(HarnessRule.HoldsNoCompilerObjects, "Symbol");

    [Fact]
    public void Keeps_a_compilation() => Rejects<CompilationKeeper>(HarnessRule.HoldsNoCompilerObjects, "Compilation");

    [Fact]
    public void Keeps_an_additional_text() => Rejects<TextKeeper>(HarnessRule.CachesEqualInput, "Read (Modified)");

    [Fact]
    public void Keeps_an_array() => Rejects<ArrayKeeper>(HarnessRule.CachesEqualInput, "Read (Modified)");

    [Fact]
    public void Runs_at_each_keystroke() => Rejects<CompilationReader>(HarnessRule.IgnoresTheProjectsCode);

    [Fact]
    public void Takes_the_compilation() => Rejects<QuietCompilationReader>(HarnessRule.IgnoresTheProjectsCode);

    [Fact]
    public void Writes_a_random_value() => Rejects<GuidWriter>(HarnessRule.RepeatsItsOutput);

    [Fact]
    public void Writes_a_number_by_culture() => Rejects<CultureWriter>(HarnessRule.RepeatsItsOutput);

    [Fact]
    public void Folds_case_by_culture() => Rejects<CaseFolder>(HarnessRule.RepeatsItsOutput);

    [Fact]
    public void Depends_on_the_order_of_files() => Rejects<OrderWriter>(HarnessRule.RepeatsItsOutput);

    [Fact]
    public void Writes_an_error() => Rejects<ErrorWriter>(HarnessRule.CompilesWithoutRemark, "CS0103");

    [Fact]
    public void Writes_a_warning() => Rejects<WarningWriter>(HarnessRule.CompilesWithoutRemark, "CS0168");

    [Fact]
    public void Writes_null_where_none_may_be() => Rejects<NullWriter>(HarnessRule.CompilesWithoutRemark, "CS8603");

    [Fact]
    public void Writes_documentation_that_is_no_xml() => Rejects<BadDocumentationWriter>(HarnessRule.CompilesWithoutRemark, "CS1570");

    [Fact]
    public void Writes_a_later_language() => Rejects<LaterLanguageWriter>(HarnessRule.CompilesWithoutRemark);

    [Fact]
    public void Writes_carriage_returns() => Rejects<CarriageReturnWriter>(HarnessRule.WritesCleanText, "(5) has U+000D");

    [Fact]
    public void Leaves_white_space_at_a_line_end() => Rejects<TrailingSpaceWriter>(HarnessRule.WritesCleanText, "(5)");

    [Fact]
    public void Ends_without_a_line_end() => Rejects<UnendedWriter>(HarnessRule.WritesCleanText);

    [Fact]
    public void Lets_a_line_separator_through() => Rejects<LineSeparatorWriter>(HarnessRule.WritesCleanText, "U+2028");

    [Fact]
    public void Reports_what_is_not_expected() => Rejects<ComplainingGenerator>(HarnessRule.ReportsWhatIsExpected, "(\"XYZ0001\", \"(nowhere)\", 1, 1)");

    [Fact]
    public void Does_not_report_what_is_expected() => Assert.Equal(
        HarnessRule.ReportsWhatIsExpected,
        Assert.Throws<HarnessException>(() => GeneratorRun.Of<HonestGenerator>(Files, new RunOptions { Diagnostics = [("PAR0001", "Alpha.json", 1, 1)] })).Rule);

    [Fact]
    public void Ignores_an_edit()
    {
        var run = GeneratorRun.Of<ForgetfulGenerator>(Files, new RunOptions());

        var exception = Assert.Throws<HarnessException>(() => run.Edit([new("Beta.json", "{ \"longer\": 1 }"), Files[1]]));

        Assert.Equal(HarnessRule.FollowsEdits, exception.Rule);
    }

    [Fact]
    public void An_edit_of_one_file_runs_one_file()
    {
        var edited = GeneratorRun.Of<HonestGenerator>(Files, new RunOptions()).Edit([new("Beta.json", "{ \"longer\": 1 }"), Files[1]]);

        Assert.Equal(["Beta.g.cs"], edited.Emitted);
        Assert.Empty(edited.Removed);
    }

    private static void Rejects<TGenerator>(HarnessRule rule, string details = "")
        where TGenerator : IIncrementalGenerator, new()
    {
        var exception = Assert.Throws<HarnessException>(() => GeneratorRun.Of<TGenerator>(Files, new RunOptions()));

        Assert.Equal(rule, exception.Rule);
        Assert.Contains(details, exception.Message, StringComparison.Ordinal);
    }
}
