namespace Parley.Bayeux.Load;

public sealed class CommandsTests
{
    [Theory]
    [InlineData("ratios --sessions 500 7", "--sessions takes 10 to 20000, not '7'.")]
    [InlineData("ratios --rounds many", "--rounds takes 1 to 100, not 'many'.")]
    [InlineData("idle --seconds 0", "--seconds takes 1 to 600, not '0'.")]
    [InlineData("serve apache", "Argument 'apache' not recognized. Must be one of:")]
    public void What_is_out_of_range_is_refused_by_name(string arguments, string message)
    {
        var errors = Commands.Root().Parse(arguments).Errors;
        Assert.Contains(errors, error => error.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void More_sessions_than_the_process_may_open_files_are_refused()
    {
        var error = OpenFiles.Refusal(sessions: 20_000, servers: 6, limit: 1024);
        Assert.Equal("120,000 sessions and what else is open need more than the 1,024 open files of this process: raise `ulimit -n` or ask for fewer.", error);
        Assert.Null(OpenFiles.Refusal(sessions: 10, servers: 6, limit: 1024));
    }
}
