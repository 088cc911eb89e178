using ContactCenter.Accounts;
using ContactCenter.Hosting;
using ContactCenter.Store;

namespace ContactCenter.Tests.Hosting;

public sealed class StartErrorsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contact-center-").FullName;
    private readonly StringWriter _output = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_that_is_no_database_is_named_in_one_sentence()
    {
        var path = Path.Combine(_folder, "junk.db");
        File.WriteAllText(path, string.Join(' ', Enumerable.Repeat("junk", 1000)));
        Assert.Equal(1, new StartErrors(_output).Run(() => Open(path)));
        var line = Assert.Single(_output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"The database {path} cannot be opened", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_the_database_is_named()
    {
        Assert.Equal(1, new StartErrors(_output).Run(() => Open(_folder)));
        Assert.Contains($"The database {_folder} cannot be opened", _output.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder + ".lock"));
    }

    [Fact]
    public void A_fault_of_the_program_itself_is_not_hidden() =>
        Assert.Throws<ArgumentNullException>(() => new StartErrors(_output).Run(static () => throw new ArgumentNullException("x")));

    [Theory]
    [InlineData("", true)]
    [InlineData("https://center.example/base", true)]
    [InlineData("http://localhost:8090", true)]
    [InlineData("center.example", false)]
    [InlineData("/base", false)]
    [InlineData("file:///tmp", false)]
    public void The_public_URI_is_an_absolute_URI_of_the_web(string uri, bool expected) =>
        Assert.Equal(expected, new ContactCenterOptionsValidator().Validate(null, new ContactCenterOptions { PublicUri = uri }).Succeeded);

    [Fact]
    public void Names_of_queues_and_workbins_are_not_empty()
    {
        var result = new ContactCenterOptionsValidator().Validate(null, new ContactCenterOptions { Queues = ["a", " "], Workbins = [""] });
        Assert.Equal(2, result.Failures!.Count());
    }

    [Fact]
    public void An_empty_password_is_not_hashed()
    {
        using var error = new StringWriter();
        Assert.Equal(1, HashPasswordCommand.Run(["--hash-password"], new StringReader("\n"), _output, error));
        Assert.Equal("", _output.ToString());
        Assert.Contains("empty", error.ToString(), StringComparison.Ordinal);
        Assert.Null(HashPasswordCommand.Run([], new StringReader("x"), _output, error));
    }

    private static void Open(string path) => _ = new SqliteContactCenterStore(path, TimeProvider.System);
}
