namespace Parley.Generator.Tests.Harness;

/// <summary>What holds for every run of a generator, whatever its input.</summary>
internal enum HarnessRule
{
    /// <summary>No exception leaves the generator.</summary>
    DoesNotThrow,

    /// <summary>Steps have names, else nothing can be said about them.</summary>
    NamesItsSteps,

    /// <summary>The same input in new objects re-runs no step.</summary>
    CachesEqualInput,

    /// <summary>An edit of the project's C# re-runs no step.</summary>
    IgnoresTheProjectsCode,

    /// <summary>No step holds objects of the compiler, which are never equal and keep old compilations alive.</summary>
    HoldsNoCompilerObjects,

    /// <summary>The same input gives the same output: at the next run, in another process, culture or order of files.</summary>
    RepeatsItsOutput,

    /// <summary>Output has LF line ends, ends with one, and has no white space before any of them.</summary>
    WritesCleanText,

    /// <summary>Output compiles as C# 12 with nothing for the compiler to remark.</summary>
    CompilesWithoutRemark,

    /// <summary>A run reports the diagnostics that its test names and no others.</summary>
    ReportsWhatIsExpected,

    /// <summary>After an edit the output is that of a first run on the edited input.</summary>
    FollowsEdits,
}
