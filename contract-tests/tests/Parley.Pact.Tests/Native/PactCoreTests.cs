namespace Parley.Pacts.Tests;

public sealed class PactCoreTests
{
    [Fact]
    public void The_core_that_is_loaded_has_the_version_asked_for()
    {
        PactCore.Start(PactLogLevel.Error);
        Assert.Equal(PactCore.Version, NativeText.Copy(NativeMethods.Version()));
    }

    [Fact]
    public void A_freed_pact_is_unknown_to_the_core()
    {
        var pact = PactHandle.Create("shop", "warehouse", PactLogLevel.Error);
        var number = (ushort)pact.DangerousGetHandle();
        pact.Dispose();
        Assert.NotEqual(0u, NativeMethods.FreePact(number));
    }

    [Fact]
    public void A_pact_may_have_the_number_0()
    {
        using var pact = new PactHandle(0);
        Assert.False(pact.IsInvalid);
        // It is nobody's here, or another test's: not to be freed.
        pact.SetHandleAsInvalid();
    }

    [Theory]
    [InlineData("0.4.28")]
    [InlineData("0.5.8")]
    public void The_build_brings_every_version(string version) => Assert.NotNull(CoreFile.For(version));

    [Fact]
    public void A_version_that_is_not_there_has_no_file() => Assert.Null(CoreFile.For("9.9.9"));
}
