namespace Parley.Benchmarks.Ratios;

/// <summary>Something that is measured. Made of structs, so that each loop is compiled for it alone and calls it directly.</summary>
internal interface IContender
{
    /// <summary>Does it once.</summary>
    /// <returns>Whether the payload was accepted.</returns>
    static abstract bool Run(byte[] utf8);
}
