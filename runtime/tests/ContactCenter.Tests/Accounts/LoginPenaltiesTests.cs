using ContactCenter.Accounts;
using ContactCenter.Tests.Support;

namespace ContactCenter.Tests.Accounts;

public sealed class LoginPenaltiesTests
{
    private readonly FixedTimeProvider _time = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void After_some_free_mistakes_each_makes_the_next_guess_wait_longer()
    {
        var penalties = new LoginPenalties(_time);
        for (var mistake = 0; mistake < LoginPenalties.Free; mistake++)
            penalties.Failed("a");
        Assert.Equal(TimeSpan.Zero, penalties.Wait("a"));
        foreach (var seconds in new[] { 1, 2, 4, 8, 15, 15 })
        {
            penalties.Failed("a");
            Assert.Equal(TimeSpan.FromSeconds(seconds), penalties.Wait("a"));
        }

        Assert.Equal(TimeSpan.Zero, penalties.Wait("b"));
    }

    [Fact]
    public void A_right_password_or_ten_quiet_minutes_forget_the_mistakes()
    {
        var penalties = new LoginPenalties(_time);
        for (var mistake = 0; mistake < 20; mistake++)
            penalties.Failed("a");
        _time.Now += LoginPenalties.Memory;
        penalties.Failed("a");
        Assert.Equal(TimeSpan.Zero, penalties.Wait("a"));
        for (var mistake = 0; mistake < 20; mistake++)
            penalties.Failed("a");
        penalties.Succeeded("a");
        Assert.Equal(TimeSpan.Zero, penalties.Wait("a"));
    }
}
