using System.Runtime.CompilerServices;

namespace Parley.Benchmarks.Ratios;

/// <summary>The loop around a contender.</summary>
internal static class Loop
{
    /// <summary>Runs a contender so many times.</summary>
    /// <exception cref="InvalidOperationException">It refused the payload: then its time means nothing.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Of<TContender>(byte[] utf8, int times)
        where TContender : struct, IContender
    {
        for (var i = 0; i < times; i++)
        {
            if (!TContender.Run(utf8))
                throw new InvalidOperationException($"{typeof(TContender).Name} refuses its payload.");
        }
    }
}
