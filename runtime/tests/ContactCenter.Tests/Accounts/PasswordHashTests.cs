using ContactCenter.Accounts;

namespace ContactCenter.Tests.Accounts;

public sealed class PasswordHashTests
{
    [Fact]
    public void Verifies_its_own_password_alone()
    {
        var hash = PasswordHash.Create("Pässwort", iterations: 1000);

        Assert.True(PasswordHash.Verify("Pässwort", hash));
        Assert.False(PasswordHash.Verify("pässwort", hash));
        Assert.False(PasswordHash.Verify("", hash));
    }

    [Fact]
    public void Has_a_salt_of_its_own() =>
        Assert.NotEqual(PasswordHash.Create("demo", 1000), PasswordHash.Create("demo", 1000));

    [Theory]
    [InlineData("")]
    [InlineData("demo")]
    [InlineData("pbkdf2-sha256$1000$AAAAAAAAAAA=")]
    [InlineData("pbkdf2-sha256$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("pbkdf2-sha256$99999999999$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("pbkdf2-sha256$1000$AAAAAAAAAAAAAAAAAAAAAA==$")]
    [InlineData("pbkdf2-sha256$1000$####$####")]
    [InlineData("md5$1000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAA==")]
    public void Refuses_what_is_no_hash(string hash)
    {
        Assert.False(PasswordHash.IsWellFormed(hash));
        Assert.Throws<FormatException>(() => PasswordHash.Verify("demo", hash));
    }
}
