namespace Parley.Schema.Linking;

/// <summary>Carries errors from files to those that refer to them. The dependents are left out without a word of their own.</summary>
internal static class Breakage
{
    public static void Propagate(FileSet files)
    {
        var users = new Dictionary<LinkedFile, List<LinkedFile>>();
        var pending = new Stack<LinkedFile>();
        foreach (var file in files.Schemas)
        {
            foreach (var used in file.Uses)
            {
                if (!users.TryGetValue(used, out var list))
                    users.Add(used, list = []);
                list.Add(file);
            }

            if (file.IsBroken)
                pending.Push(file);
        }

        while (pending.Count > 0)
        {
            if (!users.TryGetValue(pending.Pop(), out var dependents))
                continue;
            foreach (var dependent in dependents)
            {
                if (dependent.IsBroken)
                    continue;
                dependent.UsesBroken = true;
                pending.Push(dependent);
            }
        }
    }
}
