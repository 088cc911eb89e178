namespace ContactCenter.Store;

/// <summary>A conditional update found the row changed by somebody else. The unit of work is undone and tried again from the start.</summary>
internal sealed class ConflictException() : Exception("The row has been changed by somebody else meanwhile.");
