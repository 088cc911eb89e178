namespace Parley.Documentation.Diff;

/// <summary>A difference between two versions of a contract.</summary>
/// <param name="Class">What it means.</param>
/// <param name="Message">What has changed, a sentence.</param>
/// <param name="Place">Where: in the new version, or in the old one for what is gone.</param>
/// <param name="Pointer">JSON pointer in the file, as a fragment.</param>
/// <param name="IsInOld">Whether the place is in the old version.</param>
/// <param name="Subjects">What it concerns, such as <c>Chat.Accept request</c>; several where schemas are shared.</param>
public sealed record ContractChange(
    ChangeClass Class, string Message, SourcePlace Place, string Pointer, bool IsInOld, IReadOnlyList<string> Subjects);
