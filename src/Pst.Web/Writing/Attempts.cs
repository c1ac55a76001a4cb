using Pst.EventStore;

namespace Pst.Web.Writing;

/// <summary>What another was faster with is loaded and decided again, a few times.</summary>
internal static class Attempts
{
    const int Most = 5;

    /// <exception cref="StoreBusyException">Others were faster each time; nothing is stored.</exception>
    public static async Task<T> UntilAppendedAsync<T>(Func<Task<T>> attempt)
    {
        for (var tried = 1; ; tried++)
        {
            try { return await attempt(); }
            catch (AppendConflictException) when (tried < Most) { }
            catch (AppendConflictException conflict) { throw new StoreBusyException(conflict); }
        }
    }
}
